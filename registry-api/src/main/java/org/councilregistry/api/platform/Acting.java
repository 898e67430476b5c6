package org.councilregistry.api.platform;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;

/**
 * A right to act: that of a key, or that of a member.
 *
 * @param id the key's or the membership's id
 * @param role what is allowed
 * @param organisation for whom; none for the whole sector
 * @param standing what that organisation is to the registry
 * @param members the organisations that it speaks for
 */
public record Acting(
        UUID id, Role role, @Nullable OrganisationRef organisation, Standing standing, List<UUID> members) {
    /** The columns of the organisation {@code o} for which somebody acts; there may be none. */
    public static final String FOR_WHOM = """
             o.id as organisation_id, o.slug as organisation_slug, o.name as organisation_name,
             case when o.kind = 'supplier' then 'supplier' when o.state = 'dissolved' then 'dissolved' else 'usual' end as standing,
             array(select unnest(o.member_ids) union select d.id from organisations d where d.parent_id = o.id) as members
            """;

    /** Without a standing nobody acts. */
    public Acting {
        Objects.requireNonNull(standing, "standing");
    }
}

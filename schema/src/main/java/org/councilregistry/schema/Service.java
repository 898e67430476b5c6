package org.councilregistry.schema;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that councils do for people, from the Local Government Service List. Work is compared by it.
 *
 * @param id the service's id
 * @param version counts its changes
 * @param code its code, such as {@code lgsl:524}
 * @param label what it is called
 * @param function the function it belongs to, where the list has one
 * @param tiers the tiers of council that provide it, such as {@code county}
 * @param synonyms what people call it, such as "missed bin"
 * @param validFrom first day in the list
 * @param validTo first day no longer in the list; old records keep the code
 * @param createdAt when it was imported
 * @param updatedAt when it last changed
 */
public record Service(
        UUID id,
        int version,
        String code,
        String label,
        @Nullable String function,
        List<String> tiers,
        List<String> synonyms,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant createdAt,
        Instant updatedAt)
        implements Entity {
    /** Strips texts; an absent list is an empty one. */
    public Service {
        code = Lists.required(code);
        label = Lists.required(label);
        function = Lists.text(function);
        tiers = Lists.texts(tiers);
        synonyms = Lists.texts(synonyms);
    }
}

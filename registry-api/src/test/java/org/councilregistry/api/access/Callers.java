package org.councilregistry.api.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationDraftBuilder;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;

/** One caller of each kind that there can be, as seen from a council. */
final class Callers {
    private static final List<Role> OF_COUNCILS =
            List.of(Role.VIEWER, Role.CONTRIBUTOR, Role.EDITOR, Role.ORGANISATION_ADMIN);

    final Organisation council;
    private final RunningRegistry registry;
    private final Map<String, Http> all = new LinkedHashMap<>();

    Callers(RunningRegistry registry, String token) {
        this.registry = registry;
        council = registry.council();
        Organisation other = registry.council();
        add("public", null, null);
        add("supplier", Role.EDITOR, registry.organisation(OrganisationKind.SUPPLIER));
        for (Role role : OF_COUNCILS) {
            add("own " + word(role), role, council);
            add("other " + word(role), role, other);
        }
        add("coordinator", Role.COORDINATOR, null);
        add("area coordinator", Role.COORDINATOR, partnership(council));
        add("other coordinator", Role.COORDINATOR, partnership(other));
        add("auditor", Role.AUDITOR, null);
        add("sector-admin", Role.SECTOR_ADMIN, null);
        // signed in, and a member of nothing
        all.put("person", new Http(registry.address(), token));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Organisation partnership(Organisation member) {
        return registry.wiring()
                .organisations()
                .register(
                        Caller.system("test"),
                        OrganisationDraftBuilder.builder()
                                .name("Partnership of " + member.name())
                                .kind(OrganisationKind.PARTNERSHIP)
                                .members(List.of(member.slug()))
                                .build());
    }

    private void add(String name, @Nullable Role role, @Nullable Organisation organisation) {
        all.put(name, new Http(registry.address(), role == null ? null : registry.key(role, organisation)));
    }

    /** Each by its name. */
    Map<String, Http> all() {
        return all;
    }

    Http named(String name) {
        Http caller = all.get(name);
        if (caller == null) throw new IllegalArgumentException(name);
        return caller;
    }
}

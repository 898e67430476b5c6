package org.councilregistry.client.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationDraftBuilder;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.OrganisationState;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/** The organisations that a file names: each is looked up once, and registered where the map says so. */
final class Owners {
    private final RegistryClient registry;
    private final @Nullable OrganisationKind create;
    private final boolean dryRun;
    private final Map<String, Owner> known = new ConcurrentHashMap<>();
    private final AtomicInteger registered = new AtomicInteger();

    Owners(RegistryClient registry, @Nullable OrganisationKind create, boolean dryRun) {
        this.registry = registry;
        this.create = create;
        this.dryRun = dryRun;
    }

    /** What is known of a name: the organisation's slug, none if it would be registered first, or why there is none. */
    private record Owner(Optional<String> slug, @Nullable String refusal) {
        static Owner of(Organisation organisation) {
            return new Owner(Optional.of(organisation.slug()), null);
        }

        static Owner refused(String why) {
            return new Owner(Optional.empty(), why);
        }
    }

    /** The slug of an organisation; none in a dry run, where it would be registered first. */
    Optional<String> slug(String named) {
        Owner owner = known.computeIfAbsent(Names.key(named), key -> resolve(named));
        if (owner.refusal() != null) throw new UsageException(owner.refusal());
        return owner.slug();
    }

    /** How many were registered, or would be. */
    int registered() {
        return registered.get();
    }

    private Owner resolve(String named) {
        boolean code = named.matches("[a-z][a-z0-9-]*:\\S+");
        if (code || named.matches("[a-z0-9][a-z0-9-]*")) {
            Optional<Owner> found = byReference(named);
            if (found.isPresent()) return found.get();
        }
        if (code) return Owner.refused("there is no organisation " + named + " in the registry");
        return byName(named).orElseGet(() -> register(named));
    }

    private Optional<Owner> byReference(String ref) {
        try {
            return Optional.of(Owner.of(registry.organisations().get(ref)));
        } catch (RegistryException e) {
            if (e.type() == ProblemType.NOT_FOUND) return Optional.empty();
            if (e.type() != ProblemType.INVALID) throw e;
            String detail = e.problem().orElseThrow().detail();
            return Optional.of(Owner.refused(detail == null ? e.type().title() : detail));
        }
    }

    private Optional<Owner> byName(String name) {
        List<Organisation> found = registry.organisations().all().named(name).stream()
                .filter(o -> Stream.concat(Stream.of(o.name()), o.otherNames().stream())
                        .anyMatch(other -> Names.key(other).equals(Names.key(name))))
                .toList();
        // One that no longer exists cannot be published for.
        List<Organisation> living = found.stream()
                .filter(o -> o.state() != OrganisationState.DISSOLVED)
                .toList();
        List<Organisation> meant = living.isEmpty() ? found : living;
        if (meant.size() < 2) return meant.stream().findFirst().map(Owner::of);
        String slugs = meant.stream().map(Organisation::slug).collect(Collectors.joining(", "));
        return Optional.of(Owner.refused("'" + name + "' means more than one organisation: " + slugs
                + "; say which one under 'organisations' in the map"));
    }

    private Owner register(String name) {
        if (create == null) {
            return Owner.refused("there is no organisation '" + name + "' in the registry; say under 'organisations' in"
                    + " the map what it is called there, or 'createOrganisations: other' to register it");
        }
        registered.incrementAndGet();
        if (dryRun) return new Owner(Optional.empty(), null);
        return Owner.of(registry.organisations()
                .register(OrganisationDraftBuilder.builder()
                        .name(name)
                        .kind(create)
                        .build()));
    }
}

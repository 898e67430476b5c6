package org.councilregistry.api.organisations;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.councilregistry.api.organisations.OrganisationDao.Found;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Text;
import org.councilregistry.schema.OrganisationState;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/** Finds the organisation that a request means: by id, slug, {@code scheme:value} or name. Nothing is guessed. */
public final class OrganisationLookup {
    private final OrganisationDao dao;

    /** Looks up in this table. */
    public OrganisationLookup(OrganisationDao dao) {
        this.dao = dao;
    }

    /** The organisation that a member of a request's body names. */
    public Found required(String ref, String pointer) {
        List<Found> found = find(ref);
        if (found.size() == 1) return found.get(0);
        if (found.isEmpty()) throw unknown(ref, pointer);
        throw ambiguous(found).at(pointer, "ambiguous", "means more than one organisation");
    }

    /** As {@link #required}, where the organisation is to act or to be acted for: a dissolved one no longer does. */
    public Found acting(String ref, String pointer) {
        return acting(required(ref, pointer));
    }

    /** The same, of one that was looked up already. */
    public Found acting(Found found) {
        if (found.state() == OrganisationState.DISSOLVED) throw dissolved(found);
        return found;
    }

    /** The organisation that an optional member names. */
    public @Nullable UUID optional(@Nullable String ref, String pointer) {
        return ref == null ? null : required(ref, pointer).id();
    }

    /** The organisation that an address names. */
    public Optional<Found> inPath(String ref) {
        List<Found> found = find(ref);
        if (found.size() > 1) throw ambiguous(found);
        return found.stream().findFirst();
    }

    private List<Found> find(String ref) {
        Optional<UUID> id = Ids.parse(ref);
        if (id.isPresent()) return dao.byId(id.get());
        int colon = ref.indexOf(':');
        if (colon > 0) return dao.byIdentifier(ref.substring(0, colon), ref.substring(colon + 1));
        List<Found> bySlug = dao.bySlug(ref);
        return bySlug.isEmpty() ? dao.byName(Text.key(ref)) : bySlug;
    }

    private ProblemException unknown(String ref, String pointer) {
        String nearest = Text.nearest(ref, dao.names());
        String cure = nearest == null
                ? "Name it by id, slug, scheme:value (such as gss:E08000035) or name; see /v1/organisations?q="
                : "Did you mean '" + nearest + "'?";
        return ProblemException.invalid(pointer, "unknown-organisation", "There is no such organisation here. " + cure);
    }

    private static ProblemException ambiguous(List<Found> found) {
        String names = found.stream()
                .map(f -> f.slug() + " (" + f.state().name().toLowerCase(Locale.ROOT) + ")")
                .collect(Collectors.joining(", "));
        return new ProblemException(
                        ProblemType.INVALID, "That name means more than one organisation: " + names + ". Use the slug.")
                .allowing(found.stream().map(Found::slug).toList());
    }

    private ProblemException dissolved(Found found) {
        List<String> successors = dao.successors(found.id());
        return new ProblemException(
                        ProblemType.ORGANISATION_DISSOLVED,
                        found.name() + " no longer exists"
                                + (successors.isEmpty() ? "." : "; its successors are " + String.join(", ", successors))
                                + ". Register for the successor.")
                .allowing(successors);
    }
}

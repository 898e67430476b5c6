package org.councilregistry.api.whoami;

import java.util.List;
import java.util.stream.Collectors;
import org.councilregistry.api.platform.Acting;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Person;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What a credential allows: a key one thing, a person what she may do in each of her organisations.
 *
 * @param person who has signed in; none where a key is used
 * @param rights each right to act
 */
record Rights(@Nullable Person person, List<Acting> rights) {
    private static final String SECTOR = "sector";

    /**
     * Who calls. A person with one organisation acts for it; one with several for that which she names, else for nobody.
     *
     * @param named the organisation named: id or slug, or {@code sector} for a sector-wide role
     */
    Caller caller(@Nullable String named, Caller.Request request) {
        if (named != null) return Caller.acting(named(named), person, request);
        if (rights.size() == 1) return Caller.acting(rights.get(0), person, request);
        if (person == null) throw new IllegalStateException("a key has one right");
        return Caller.signedIn(person, request);
    }

    /** Whether there is a right to act for the organisation that is named, or any where none is. */
    boolean cover(@Nullable String named) {
        return named == null
                ? !rights.isEmpty()
                : rights.stream().anyMatch(right -> means(named, right.organisation()));
    }

    private Acting named(String name) {
        return rights.stream()
                .filter(right -> means(name, right.organisation()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_YOUR_ORGANISATION,
                        "The header Acting-For names an organisation that you do not act for. " + cure()));
    }

    private String cure() {
        return rights.isEmpty()
                ? "You act for none yet: ask to join by POST /v1/joining-requests."
                : "Yours: " + rights.stream().map(Rights::word).collect(Collectors.joining(", ")) + ".";
    }

    private static String word(Acting right) {
        return right.organisation() == null ? SECTOR : right.organisation().slug();
    }

    private static boolean means(String name, @Nullable OrganisationRef organisation) {
        if (organisation == null) return name.equals(SECTOR);
        return name.equals(organisation.slug()) || name.equals(organisation.id().toString());
    }
}

package org.councilregistry.api.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.councilregistry.api.platform.Text;
import org.councilregistry.schema.Identifier;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationState;
import org.jspecify.annotations.Nullable;

/** The organisations that the registry has when an import begins, by the codes of the list, and the slugs in use. */
final class KnownOrganisations {
    private final Map<String, Organisation> byCode = new HashMap<>();
    private final Map<String, Organisation> byGss = new HashMap<>();
    private final Set<String> slugs;

    KnownOrganisations(List<Organisation> organisations, Collection<String> slugs) {
        this.slugs = new HashSet<>(slugs);
        for (Organisation organisation : organisations) {
            String code = code(organisation);
            if (code != null) byCode.put(code, organisation);
            else values(organisation, OrganisationRow.GSS).forEach(gss -> byGss.put(gss, organisation));
        }
    }

    /** The code that the list gave an organisation. */
    static @Nullable String code(Organisation organisation) {
        List<String> codes = values(organisation, OrganisationRow.SCHEME);
        return codes.isEmpty() ? null : codes.get(0);
    }

    private static List<String> values(Organisation organisation, String scheme) {
        return organisation.identifiers().stream()
                .filter(i -> i.scheme().equals(scheme))
                .map(Identifier::value)
                .toList();
    }

    /** The organisation with this code of the list. */
    @Nullable
    Organisation byCode(String code) {
        return byCode.get(code);
    }

    /** The codes of the list that the registry has. */
    Set<String> codes() {
        return byCode.keySet();
    }

    /** The organisation that a row is about: the one with its code, or one without such a code and with its GSS code. */
    @Nullable
    Organisation of(OrganisationRow row) {
        Organisation known = byCode.get(row.code());
        if (known != null) return known;
        return row.codes("gss-code").stream()
                .map(byGss::get)
                .filter(o -> o != null)
                .findFirst()
                .orElse(null);
    }

    /**
     * Gives every new organisation a slug: the one of GOV.UK, where it is free and its bearer not long gone, so that
     * {@code somerset} is not the county that was dissolved; else one made from the official name.
     */
    Map<String, String> slugsFor(Collection<OrganisationRow> rows) {
        Map<String, String> given = new HashMap<>();
        for (OrganisationRow row : rows) {
            Organisation known = of(row);
            String wanted = Text.slug(row.row().cells().getOrDefault(OrganisationRow.GOVUK_SLUG, ""));
            if (known != null) given.put(row.code(), known.slug());
            else if (row.state() != OrganisationState.DISSOLVED && !wanted.isEmpty() && slugs.add(wanted)) {
                given.put(row.code(), wanted);
            }
        }
        for (OrganisationRow row : rows) given.computeIfAbsent(row.code(), code -> free(row.name()));
        return given;
    }

    private String free(String name) {
        String slug = Text.slug(name);
        if (slug.isEmpty()) slug = "organisation";
        String candidate = slug;
        for (int i = 2; !slugs.add(candidate); i++) candidate = slug + "-" + i;
        return candidate;
    }
}

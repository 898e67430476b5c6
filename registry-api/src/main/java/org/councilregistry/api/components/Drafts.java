package org.councilregistry.api.components;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.councilregistry.schema.Completeness;
import org.councilregistry.schema.ComponentDraft;
import org.councilregistry.schema.ComponentKind;

/** What follows from a draft. Pure functions. */
final class Drafts {
    /** What is kept in files that people change together. */
    private static final Set<ComponentKind> SOURCE = EnumSet.of(
            ComponentKind.SOFTWARE,
            ComponentKind.LIBRARY,
            ComponentKind.API,
            ComponentKind.DATA_STANDARD,
            ComponentKind.LOW_CODE_TEMPLATE,
            ComponentKind.AI_MODEL);

    private Drafts() {}

    /** What the component still lacks, the most useful thing first. */
    static Completeness completeness(ComponentDraft draft) {
        List<String> missing = new ArrayList<>();
        if (draft.shortDescription() == null) missing.add("shortDescription");
        if (draft.repository() == null && draft.landingUrl() == null) {
            missing.add(SOURCE.contains(draft.kind()) ? "repository" : "landingUrl");
        }
        if (draft.licence() == null) missing.add("licence");
        if (draft.services().isEmpty()) missing.add("services");
        if (draft.description() == null) missing.add("description");
        if (draft.maintenance() == null) missing.add("maintenance");
        return new Completeness(missing, missing.isEmpty() ? null : missing.get(0));
    }
}

package org.councilregistry.schema;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that was found.
 *
 * @param type its noun: {@code initiative}, {@code component} or {@code organisation}
 * @param id its id
 * @param slug its word in addresses
 * @param title what it is called
 * @param summary what it is
 * @param organisation who owns it
 * @param phase where the work stands
 * @param confirmedAt when somebody last said that it is right
 * @param highlights where the words stand
 */
public record Hit(
        String type,
        UUID id,
        @Nullable String slug,
        String title,
        @Nullable String summary,
        @Nullable OrganisationRef organisation,
        @Nullable Phase phase,
        @Nullable Instant confirmedAt,
        List<Highlight> highlights) {
    /** Strips texts; an absent list is an empty one. */
    public Hit {
        type = Lists.required(type);
        slug = Lists.text(slug);
        title = Lists.required(title);
        summary = Lists.text(summary);
        highlights = Lists.of(highlights);
    }
}

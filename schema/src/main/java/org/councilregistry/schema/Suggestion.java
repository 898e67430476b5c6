package org.councilregistry.schema;

import org.jspecify.annotations.Nullable;

/**
 * A way to complete what is being typed.
 *
 * @param text the completed text
 * @param type the noun that it names
 * @param slug its word in addresses
 */
public record Suggestion(String text, String type, @Nullable String slug) {
    /** Strips texts; an absent list is an empty one. */
    public Suggestion {
        text = Lists.required(text);
        type = Lists.required(type);
        slug = Lists.text(slug);
    }
}

package org.councilregistry.schema;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A page about a piece of work.
 *
 * @param kind what is there, such as {@code blog} or {@code repository}
 * @param url its address
 * @param label its name
 */
public record Link(
        @Size(max = 40) @Nullable String kind,

        @NotBlank @Size(max = 2000) @Pattern(regexp = "https?://\\S+")
        String url,

        @Size(max = 200) @Nullable String label) {
    /** Strips texts; an absent list is an empty one. */
    public Link {
        kind = Lists.text(kind);
        url = Lists.required(url);
        label = Lists.text(label);
    }
}

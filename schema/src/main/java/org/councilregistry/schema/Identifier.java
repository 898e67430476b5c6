package org.councilregistry.schema;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A code under which others know an organisation, and when it was in force.
 *
 * @param scheme whose code it is, such as {@code gss} or {@code local-authority}
 * @param value the code itself
 * @param from first day in force
 * @param until first day no longer in force
 */
public record Identifier(
        @NotBlank @Size(max = 40) @Pattern(regexp = "[a-z][a-z0-9-]*")
        String scheme,

        @NotBlank @Size(max = 200) String value,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    /** Strips texts; an absent list is an empty one. */
    public Identifier {
        scheme = Lists.required(scheme);
        value = Lists.required(value);
    }
}

package org.councilregistry.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the service can do its work.
 *
 * @param status {@code ok}, or {@code starting} while something is not ready
 * @param checks what was looked at
 */
public record Health(String status, List<Check> checks) {
    /** Keeps the checks as they are now. */
    public Health {
        checks = Lists.of(checks);
    }

    /**
     * One thing that must work.
     *
     * @param name what it is
     * @param ready whether it works
     * @param detail what is wrong, or how far it has come
     */
    public record Check(
            String name, boolean ready, @Nullable String detail) {}
}

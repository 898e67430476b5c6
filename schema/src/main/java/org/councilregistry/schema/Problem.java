package org.councilregistry.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused (RFC 9457, {@code application/problem+json}).
 *
 * @param type address of the page that explains this kind of problem, such as {@code /v1/problems/version-conflict}
 * @param title what the kind of problem is, always the same words
 * @param status the HTTP status
 * @param detail what was wrong this time and what to do about it
 * @param instance the path that was called
 * @param requestId finds this request in the service's log
 * @param errors what was wrong with single values
 * @param existing address of the record that stands in the way, where the caller may see it
 * @param allowed what could be done instead, such as the steps that the record's state allows
 */
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable String requestId,
        List<Violation> errors,
        @Nullable String existing,
        List<String> allowed) {
    /** Keeps the lists as they are now. */
    public Problem {
        errors = Lists.of(errors);
        allowed = Lists.of(allowed);
    }

    /**
     * What is wrong with one value of the request.
     *
     * @param pointer where: a JSON Pointer into the body ({@code /services/0}), or {@code ?name} for a query parameter
     * @param code what kind of fault, as a word: {@code too-long}, {@code unknown-word}
     * @param message what is wrong and what would be right
     */
    public record Violation(String pointer, String code, String message) {}
}

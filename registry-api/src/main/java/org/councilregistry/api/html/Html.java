package org.councilregistry.api.html;

/**
 * A page before it is written.
 *
 * @param template which template writes it, such as {@code initiatives/initiative}
 * @param model what it shows, as far as the caller may see it
 * @param status the answer's status
 */
public record Html(String template, Record model, int status) {
    /** A page that shows this. */
    public static Html of(String template, Record model) {
        return new Html(template, model, 200);
    }

    /** The same page as the answer to a form that was not filled in right. */
    public Html refused() {
        return new Html(template, model, 422);
    }
}

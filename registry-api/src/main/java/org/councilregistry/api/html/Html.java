package org.councilregistry.api.html;

/**
 * A page before it is written.
 *
 * @param template which template writes it, such as {@code initiatives/initiative}
 * @param model what it shows, as far as the caller may see it
 * @param status the answer's status
 * @param again whether the very same model may be shown again, so that what was written of it is worth keeping
 */
public record Html(String template, Record model, int status, boolean again) {
    /** A page that shows this. */
    public static Html of(String template, Record model) {
        return new Html(template, model, 200, false);
    }

    /** A page that shows this, perhaps not for the first time. */
    public static Html again(String template, Record model) {
        return new Html(template, model, 200, true);
    }

    /** The same page as the answer to a form that was not filled in right. */
    public Html refused() {
        return new Html(template, model, 422, false);
    }
}

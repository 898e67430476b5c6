package org.councilregistry.api.html;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes what comes from records so that it stays text: markup is escaped, and characters that would turn the direction of
 * what stands after them, or that nobody can see, are left out.
 */
public final class Inert extends OwaspHtmlTemplateOutput {
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uFEFF]");

    /** Writes to this. */
    public Inert(TemplateOutput output) {
        super(output);
    }

    /** The text without characters that turn directions or cannot be seen. */
    public static String seen(String text) {
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        return plain ? text : UNSEEN.matcher(text).replaceAll("");
    }

    @Override
    public void writeUserContent(@Nullable String text) {
        super.writeUserContent(text == null ? null : seen(text));
    }
}

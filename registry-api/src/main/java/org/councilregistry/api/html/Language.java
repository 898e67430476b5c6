package org.councilregistry.api.html;

import java.util.Locale;

/** A language in which the pages speak. English has the plain addresses, Welsh those under {@code /cy}. */
public enum Language {
    /** English. */
    ENGLISH("en", "English", ""),
    /** Welsh. */
    WELSH("cy", "Cymraeg", "/cy");

    private final String code;
    private final String label;
    private final String prefix;

    Language(String code, String label, String prefix) {
        this.code = code;
        this.label = label;
        this.prefix = prefix;
    }

    /** Its code (BCP 47). */
    public String code() {
        return code;
    }

    /** What it calls itself. */
    public String label() {
        return label;
    }

    /** What stands before the address of a page in it. */
    public String prefix() {
        return prefix;
    }

    /** How it writes numbers and dates. */
    Locale locale() {
        return Locale.forLanguageTag(code + "-GB");
    }
}

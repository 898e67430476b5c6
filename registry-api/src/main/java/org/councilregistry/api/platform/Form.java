package org.councilregistry.api.platform;

import java.util.Map;

/**
 * A form that somebody filled in.
 *
 * @param values the fields by their names
 */
public record Form(Map<String, String> values) {
    /** The value of a field, without spaces around it; the empty text where it was left empty. */
    public String get(String name) {
        return values.getOrDefault(name, "").strip();
    }
}

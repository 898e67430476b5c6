package org.councilregistry.api.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.councilregistry.api.platform.Json;
import org.jspecify.annotations.Nullable;

/** What a page is about, in the words of schema.org, for search engines. */
public final class Ld {
    private final Map<String, Object> members = new LinkedHashMap<>();

    private Ld() {}

    /** A thing of this type, such as {@code Project}. */
    public static Ld of(String type) {
        Ld ld = new Ld();
        ld.members.put("@context", "https://schema.org");
        ld.members.put("@type", type);
        return ld;
    }

    /** With this member, where there is a value. */
    public Ld with(String name, @Nullable Object value) {
        if (value != null) members.put(name, value);
        return this;
    }

    /** With an organisation as this member. */
    public Ld organisation(String name, String organisation, String address) {
        return with(name, Map.of("@type", "GovernmentOrganization", "name", organisation, "url", address));
    }

    /** As JSON that can stand in a page: nothing in it ends the element around it. */
    public String json() {
        try {
            return Inert.seen(Json.MAPPER.writeValueAsString(members))
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }
}

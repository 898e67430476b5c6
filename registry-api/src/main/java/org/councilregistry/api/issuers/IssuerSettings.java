package org.councilregistry.api.issuers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the issuers from the configuration: members of the file, or one line of YAML in a variable. */
public final class IssuerSettings {
    private static final TypeReference<Map<String, Issuer>> NAMED = new TypeReference<>() {};

    private IssuerSettings() {}

    /** The issuers, each by its name; none where none are set. */
    public static Map<String, Issuer> of(@Nullable JsonNode setting) {
        if (setting == null || setting.isNull() || setting.asText("x").isBlank()) return Map.of();
        YAMLMapper yaml = new YAMLMapper();
        try {
            JsonNode named = setting.isTextual() ? yaml.readTree(setting.textValue()) : setting;
            return yaml.readerFor(NAMED).readValue(named);
        } catch (JsonProcessingException e) {
            throw unreadable(e.getOriginalMessage());
        } catch (IOException e) {
            throw unreadable(e.getMessage());
        }
    }

    private static IllegalArgumentException unreadable(@Nullable String why) {
        return new IllegalArgumentException("config.yml, issuers: " + why
                + ". Each issuer has a name, and issuer, jwks, audience and, if its people act for"
                + " one organisation only, organisation.");
    }
}

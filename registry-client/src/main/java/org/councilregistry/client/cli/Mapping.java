package org.councilregistry.client.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.Phase;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a council's file become members of an initiative.
 *
 * @param organisation the council, where the whole file is one council's: {@code gss:E09000012}
 * @param organisationColumn the column that names the organisation, where the file is many organisations'
 * @param organisationMissing who is named where that column is empty
 * @param createOrganisations as what kind of body an unknown organisation is registered; none are if absent
 * @param columns member of an initiative to column of the file
 * @param phases the file's status words to phases; the registry's own words are known
 * @param defaults members that every row has where its column is empty
 */
record Mapping(
        @Nullable String organisation,
        @Nullable String organisationColumn,
        @Nullable String organisationMissing,
        @Nullable OrganisationKind createOrganisations,
        Map<String, String> columns,
        Map<String, Phase> phases,
        Map<String, String> defaults) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Mapping {
        columns = columns == null ? Map.of() : Map.copyOf(columns);
        Map<String, Phase> words = new TreeMap<>(Phases.USUAL);
        if (phases != null)
            phases.forEach((word, phase) -> words.put(word.strip().toLowerCase(Locale.ROOT), phase));
        phases = words;
        defaults = defaults == null ? Map.of() : Map.copyOf(defaults);
    }

    static Mapping read(Path file) throws IOException {
        try {
            Mapping mapping = YAML.readValue(Files.readString(file), Mapping.class);
            if (mapping.organisation == null && mapping.organisationColumn == null) {
                throw new UsageException(file + " says neither 'organisation' nor 'organisationColumn'");
            }
            return mapping;
        } catch (UnrecognizedPropertyException e) {
            throw new UsageException(
                    file + ": there is no '" + e.getPropertyName() + "'; known are " + e.getKnownPropertyIds());
        } catch (JsonProcessingException e) {
            throw new UsageException(file + ": " + e.getOriginalMessage());
        }
    }

    @Nullable
    Phase phase(String word) {
        return phases.get(word.strip().toLowerCase(Locale.ROOT));
    }
}

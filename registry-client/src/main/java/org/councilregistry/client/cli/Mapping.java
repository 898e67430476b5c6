package org.councilregistry.client.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
 * @param organisations what the file calls an organisation to what the registry calls it
 * @param createOrganisations as what kind of body an unknown organisation is registered; none are if absent
 * @param columns member of an initiative to column of the file
 * @param phases the file's status words to phases; the registry's own words are known
 * @param defaults members that every row has where its column is empty
 */
record Mapping(
        @Nullable String organisation,
        @Nullable String organisationColumn,
        @Nullable String organisationMissing,
        Map<String, String> organisations,
        @Nullable OrganisationKind createOrganisations,
        Map<String, String> columns,
        Map<String, Phase> phases,
        Map<String, String> defaults) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    Mapping {
        organisations = byName(organisations);
        columns = columns == null ? Map.of() : new TreeMap<>(columns);
        Map<String, Phase> words = new TreeMap<>(Phases.USUAL);
        if (phases != null) phases.forEach((word, phase) -> words.put(word(word), phase));
        phases = words;
        defaults = defaults == null ? Map.of() : new TreeMap<>(defaults);
    }

    private static Map<String, String> byName(@Nullable Map<String, String> given) {
        Map<String, String> names = new HashMap<>();
        if (given != null) given.forEach((name, meant) -> names.put(Names.key(name), meant));
        return names;
    }

    static Mapping read(Path file) throws IOException {
        try {
            Mapping mapping = YAML.readValue(Files.readString(file), Mapping.class);
            if (mapping == null) throw new UsageException(file + " is empty");
            mapping.check(file);
            return mapping;
        } catch (UnrecognizedPropertyException e) {
            throw new UsageException(
                    file + ": there is no '" + e.getPropertyName() + "'; known are " + e.getKnownPropertyIds());
        } catch (InvalidFormatException e) {
            throw new UsageException(file + ": there is no word '" + e.getValue() + "'" + known(e.getTargetType()));
        } catch (JsonProcessingException e) {
            throw new UsageException(file + " is not a map: " + e.getOriginalMessage());
        }
    }

    private static String known(Class<?> type) {
        if (!type.isEnum()) return "";
        List<String> words = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) words.add(YAML.convertValue(constant, String.class));
        words.remove("unknown");
        return "; known are " + words;
    }

    private void check(Path file) {
        if (organisation == null && organisationColumn == null) {
            throw new UsageException(file + " must say whose the rows are: 'organisation: gss:E09000012' if all are one"
                    + " council's, or 'organisationColumn' with the column that names it");
        }
        for (Map<String, String> part : List.of(columns, defaults)) {
            for (String member : part.keySet()) {
                if (Members.all().contains(member)) continue;
                throw new UsageException(file + " names the member '" + member + "'; known are " + Members.all());
            }
        }
        if (!columns.containsKey("title")) {
            throw new UsageException(file + " must say under 'columns' which one is the title: 'title: Project'");
        }
        if (!columns.containsKey("phase") && !defaults.containsKey("phase")) {
            throw new UsageException(file + " must say where the work stands: a column 'phase: Status', or under"
                    + " 'defaults' one phase for all, such as 'phase: live'");
        }
        if (phases.containsValue(Phase.UNKNOWN)) throw new UsageException(file + ": 'unknown' is no phase");
    }

    /** The same for a file with these columns, in its own spelling; names the column that it does not have. */
    Mapping on(List<String> header) {
        Map<String, String> own = new TreeMap<>();
        columns.forEach((member, column) -> own.put(member, spelled(column, header)));
        String whose = organisationColumn == null ? null : spelled(organisationColumn, header);
        return new Mapping(
                organisation, whose, organisationMissing, organisations, createOrganisations, own, phases, defaults);
    }

    private static String spelled(String column, List<String> header) {
        if (header.contains(column)) return column;
        return header.stream()
                .filter(name -> Names.key(name).equals(Names.key(column)))
                .findFirst()
                .orElseThrow(() -> new UsageException("the map names the column '" + column
                        + "', which the file does not have; it has: " + String.join(", ", header)));
    }

    @Nullable
    Phase phase(String word) {
        return phases.get(word(word));
    }

    private static String word(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /** Where in the file the value came from that a JSON Pointer points at. */
    String place(String pointer) {
        String column = columns.get(Members.at(pointer));
        return column == null ? pointer : "column '" + column + "'";
    }
}

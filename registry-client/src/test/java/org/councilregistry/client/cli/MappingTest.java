package org.councilregistry.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The map, and what is said where it is wrong. */
class MappingTest {
    static final String FOUR = """
            organisationColumn: Council
            columns: {title: Project, summary: What, phase: Status}
            """;

    @TempDir
    private Path folder;

    private Mapping read(String yaml) {
        try {
            return Mapping.read(Files.writeString(folder.resolve("map.yml"), yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void statusWordsAreReadAsCouncilsWriteThem() {
        Mapping mapping = read(FOUR + "phases: {In flight: implementation, Off: stopped, live: public-beta}\n");
        assertThat(mapping.phase(" in FLIGHT ")).isEqualTo(Phase.IMPLEMENTATION);
        assertThat(mapping.phase("Off")).isEqualTo(Phase.STOPPED);
        assertThat(mapping.phase("Live")).isEqualTo(Phase.PUBLIC_BETA);
        assertThat(mapping.phase("BAU")).isEqualTo(Phase.LIVE);
        assertThat(mapping.phase("pilot")).isEqualTo(Phase.PRIVATE_BETA);
        assertThat(mapping.phase("on hold")).isEqualTo(Phase.PAUSED);
        assertThat(mapping.phase("decommissioned")).isEqualTo(Phase.RETIRED);
        assertThat(mapping.phase("whatever")).isNull();
    }

    @Test
    void everyPhaseIsKnownByItsOwnWord() {
        Mapping mapping = read(FOUR);
        for (Phase phase : Phase.values()) {
            if (phase == Phase.UNKNOWN) continue;
            assertThat(mapping.phase(phase.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                    .isEqualTo(phase);
        }
    }

    @Test
    void columnsAreFoundHoweverTheyAreSpelled() {
        Mapping mapping = read(FOUR).on(List.of("council ", "PROJECT", "What", "Status?"));
        assertThat(mapping.columns()).containsEntry("title", "PROJECT").containsEntry("phase", "Status?");
        assertThat(mapping.organisationColumn()).isEqualTo("council ");
        assertThat(mapping.place("/title")).isEqualTo("column 'PROJECT'");
        assertThat(mapping.place("/learning")).isEqualTo("/learning");
    }

    @Test
    void aColumnThatTheFileDoesNotHaveIsNamedWithThoseThatItHas() {
        assertThatThrownBy(() -> read(FOUR).on(List.of("Council", "Titel", "What", "Status")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("'Project'")
                .hasMessageContaining("Council, Titel, What, Status");
    }

    @Test
    void othersNamesForOrganisationsAndDefaultsAreTaken() {
        Mapping mapping =
                read(FOUR + "organisations: {HMRC: HM Revenue & Customs}\ncreateOrganisations: central-government\n");
        assertThat(mapping.organisations()).containsEntry("hmrc", "HM Revenue & Customs");
        assertThat(mapping.createOrganisations()).isEqualTo(OrganisationKind.CENTRAL_GOVERNMENT);
    }

    @Test
    void aWrongMapSaysWhatWouldBeRight() {
        wrong("columns: {title: A, phase: B}", "organisation: gss:");
        wrong("organisation: leeds\ncolumns: {phase: B}", "title: Project");
        wrong("organisation: leeds\ncolumns: {title: A}", "phase: live");
        wrong(FOUR + "defaults: {titel: x}", "'titel'; known are [approach");
        wrong(FOUR + "colums: {}", "there is no 'colums'; known are");
        wrong(FOUR + "phases: {x: lively}", "no word 'lively'; known are [idea, discovery");
        wrong(FOUR + "phases: {x: unknown}", "no phase");
        wrong(FOUR + "createOrganisations: town", "'town'; known are [unitary");
        wrong(FOUR + FOUR, "Duplicate");
        wrong("", "map.yml");
        wrong("- a", "not a map");
    }

    private void wrong(String yaml, String said) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(UsageException.class).hasMessageContaining(said);
    }
}

package org.councilregistry.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.councilregistry.schema.Contact;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a row to what is published. */
class RowMapperTest {
    private static final Map<String, String> COLUMNS = columns();
    private final RowMapper mapper = new RowMapper(mapping(null, Map.of()));

    /** Every member has a column of its own name. */
    private static Map<String, String> columns() {
        Map<String, String> columns = new TreeMap<>();
        Members.all().forEach(member -> columns.put(member, member));
        return columns;
    }

    private static Mapping mapping(String missing, Map<String, String> defaults) {
        return new Mapping(null, "Council", missing, Map.of("HMRC", "hm-revenue"), null, COLUMNS, Map.of(), defaults);
    }

    /** A row with the four columns that suffice, and these. */
    private static RowFile.Row row(String... more) {
        Map<String, String> cells = new HashMap<>(Map.of(
                "Council", "Leeds", "title", "Missed bins", "summary", "Report a missed bin.", "phase", "Pilot"));
        for (int i = 0; i < more.length; i += 2) cells.put(more[i], more[i + 1]);
        return new RowFile.Row(2, cells, null);
    }

    private InitiativeDraft draft(String... more) {
        return mapper.map(row(more)).draft();
    }

    @Test
    void fourColumnsSuffice() {
        RowMapper.Mapped mapped = mapper.map(row());
        assertThat(mapped.organisation()).isEqualTo("Leeds");
        assertThat(mapped.externalId()).isEqualTo("missed-bins");
        assertThat(mapped.draft().title()).isEqualTo("Missed bins");
        assertThat(mapped.draft().phase()).isEqualTo(Phase.PRIVATE_BETA);
        assertThat(mapped.draft().problem()).isNull();
        assertThat(mapped.notes()).isEmpty();
        assertThat(mapped.cleared()).isEmpty();
    }

    @Test
    void withoutASummaryTheTitleStandsIn() {
        assertThat(draft("summary", "").summary()).isEqualTo("Missed bins");
    }

    @Test
    void textsThatAreLongerThanTheirFieldAreCarriedOnInProblem() {
        String summary = "Half of it stands here. ".repeat(300).strip();
        RowMapper.Mapped mapped =
                mapper.map(row("summary", summary, "problem", "Calls.", "department", "d".repeat(250)));
        assertThat(mapped.draft().summary()).hasSizeLessThanOrEqualTo(500).endsWith("here.");
        assertThat(mapped.draft().department()).hasSize(200).endsWith("\u2026");
        assertThat(mapped.draft().problem()).startsWith("Calls.\n\n" + summary).endsWith("d".repeat(250));
        assertThat(mapped.notes()).containsExactly("summary carried on in problem", "department carried on in problem");
    }

    @Test
    void whatNoFieldCanHoldIsCutAndSaid() {
        RowMapper.Mapped mapped = mapper.map(row("summary", "word ".repeat(2000)));
        assertThat(mapped.draft().problem()).hasSizeLessThanOrEqualTo(8000).endsWith("word\u2026");
        assertThat(mapped.notes()).contains("problem cut at 8000 characters");
    }

    @Test
    void aCutNeverTearsACharacter() {
        String title = "x".repeat(198) + "\uD83D\uDE00\uD83D\uDE00";
        assertThat(draft("title", title).title()).isEqualTo("x".repeat(198) + "\u2026");
    }

    @Test
    void listsAreTakenApart() {
        InitiativeDraft draft = draft("tags", "a; b, c ;; a", "suppliers", "X Ltd, Y\nZ", "url", "https://a.example");
        assertThat(draft.tags()).containsExactly("a", "b, c");
        assertThat(draft.suppliers()).containsExactly("X Ltd", "Y", "Z");
        assertThat(draft.links()).hasSize(1);
    }

    @Test
    void elementsThatDoNotFitAreCarriedOnToo() {
        RowMapper.Mapped mapped = mapper.map(row("tags", "short;" + "long".repeat(40)));
        assertThat(mapped.draft().tags()).containsExactly("short");
        assertThat(mapped.draft().problem()).isEqualTo("tags: short; " + "long".repeat(40));
    }

    @ParameterizedTest
    @CsvSource({
        "1/4/2026,2026-04-01",
        "01/04/2026,2026-04-01",
        "2026-04-01,2026-04-01",
        "2026-04-01T00:00:00Z,2026-04-01"
    })
    void datesAreReadAsTheyAreWrittenHere(String written, LocalDate meant) {
        assertThat(draft("plannedStart", written).plannedStart()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"31/2/2026", "2026-13-01", "soon", "4/2026", "1/4/26"})
    void whatIsNoDateIsRefusedWithItsColumn(String written) {
        assertThatThrownBy(() -> draft("plannedStart", written))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("column 'plannedStart'")
                .hasMessageContaining("2026-04-01");
    }

    @Test
    void aKeyIsWrittenAsKeysMayBe() {
        RowMapper.Mapped mapped = mapper.map(row("externalId", "FDIC \u2013 4/b"));
        assertThat(mapped.externalId()).isEqualTo("FDIC-4-b");
        assertThat(mapped.notes()).containsExactly("key written as FDIC-4-b");
        assertThat(mapper.map(row("externalId", "..")).externalId()).isEqualTo("missed-bins");
        assertThat(mapper.map(row("title", "T\u0177 a G\u00e2rdd & mwy!")).externalId())
                .isEqualTo("ty-a-gardd-mwy");
        assertThat(mapper.map(row("title", "\u0421\u043c\u0456\u0442\u0442\u044f"))
                        .externalId())
                .startsWith("row-");
        assertThat(mapper.map(row("externalId", "k".repeat(300))).externalId()).hasSize(180);
        assertThat(mapper.map(row("externalId", "k".repeat(200))).externalId()).hasSize(200);
    }

    @Test
    void twoRowsNeverShareAKey() {
        String first = mapper.map(row("externalId", "TBD")).externalId();
        RowMapper.Mapped second = mapper.map(row("externalId", "TBD", "summary", "Another."));
        assertThat(first).isEqualTo("TBD");
        assertThat(second.externalId()).matches("TBD~[0-9a-f]+");
        assertThat(second.notes()).hasSize(1);
        assertThat(mapper.map(row("externalId", "TBD", "Council", "York")).externalId())
                .isEqualTo("TBD");
        assertThatThrownBy(() -> mapper.map(row("externalId", "TBD", "Council", "LEEDS", "summary", "Another.")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("stands twice");
    }

    @Test
    void theKeysAreTheSameInTheNextRun() {
        RowMapper again = new RowMapper(mapping(null, Map.of()));
        for (String summary : List.of("One.", "Two.", "Three.")) {
            assertThat(again.map(row("summary", summary)).externalId())
                    .isEqualTo(mapper.map(row("summary", summary)).externalId());
        }
    }

    @Test
    void emptyCellsEmptyTheirMemberAndMissingOnesDoNot() {
        RowMapper.Mapped mapped =
                mapper.map(row("users", " ", "tags", "", "url", "", "contactEmail", "", "problem", ""));
        assertThat(mapped.cleared()).containsExactlyInAnyOrder("users", "tags", "links", "contact", "problem");
        assertThat(mapper.map(row("contactName", "", "contactRole", "Manager", "title", "Other"))
                        .cleared())
                .isEmpty();
        assertThat(new RowMapper(mapping(null, Map.of("tags", "waste")))
                        .map(row("tags", ""))
                        .cleared())
                .isEmpty();
    }

    @Test
    void theContactIsPutTogether() {
        assertThat(draft("contactRole", "Service manager").contact())
                .isEqualTo(new Contact(null, "Service manager", null));
    }

    @Test
    void whoseARowIsMayBeSaidByTheMap() {
        assertThat(mapper.map(row("Council", "hmrc")).organisation()).isEqualTo("hm-revenue");
        assertThatThrownBy(() -> mapper.map(row("Council", " "))).hasMessageContaining("organisationMissing");
        assertThat(new RowMapper(mapping("nobody", Map.of()))
                        .map(row("Council", ""))
                        .organisation())
                .isEqualTo("nobody");
    }

    @Test
    void aRowThatCannotBePublishedSaysWhy() {
        assertThatThrownBy(() -> draft("title", "\u00a0 ")).hasMessage("column 'title' is empty");
        assertThatThrownBy(() -> draft("phase", "Maybe"))
                .hasMessageContaining("'Maybe'")
                .hasMessageContaining("phases");
        assertThatThrownBy(() -> mapper.map(new RowFile.Row(3, Map.of(), "has more cells")))
                .hasMessage("has more cells");
    }

    @Test
    void charactersThatNobodySeesAreLeftOut() {
        assertThat(draft("title", "\u200BBins\u0000 and\u00a0bags \u00a0").title())
                .isEqualTo("Bins  and\u00a0bags".replace("  ", " "));
    }
}

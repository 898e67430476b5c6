package org.councilregistry.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decision records are short, complete and numbered. */
class DecisionsTest {
    private static final String FOLDER = "registry-api/decisions/";
    private static final int LONGEST = 30;

    private static List<Document> records() throws IOException {
        List<Document> records = Document.all().stream()
                .filter(d -> d.name().startsWith(FOLDER) && !d.name().endsWith("/dependencies.md"))
                .sorted(Comparator.comparing(Document::name))
                .toList();
        assertThat(records).isNotEmpty();
        return records;
    }

    @Test
    void aRecordFitsOnAPage() throws IOException {
        for (Document record : records()) {
            assertThat(record.text().lines().count()).as(record.name()).isLessThanOrEqualTo(LONGEST);
        }
    }

    @Test
    void aRecordSaysContextDecisionAndConsequences() throws IOException {
        for (Document record : records()) {
            assertThat(record.text().lines().filter(line -> line.startsWith("## ")))
                    .as(record.name())
                    .containsExactly("## Context", "## Decision", "## Consequences");
        }
    }

    @Test
    void recordsAreNumberedWithoutGapsAndSaySoInTheirTitle() throws IOException {
        int number = 0;
        for (Document record : records()) {
            String expected = "%03d".formatted(++number);
            assertThat(record.name()).startsWith(FOLDER + expected + "-");
            assertThat(record.text()).startsWith("# " + expected + ": ");
        }
    }
}

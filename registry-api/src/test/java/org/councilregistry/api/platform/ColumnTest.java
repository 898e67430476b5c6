package org.councilregistry.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What stands in a cell of a CSV file is never worked out as a formula. */
class ColumnTest {
    private static final Column TEXT = new Column("text", List.of("text"));

    private static String cell(Object value) {
        return TEXT.cell(Json.MAPPER.createObjectNode().set("text", Json.MAPPER.valueToTree(value)));
    }

    @Property(tries = 500)
    void aTextStandsAsItIsOrBehindAnApostrophe(@ForAll String text, @ForAll String more) {
        for (String start : List.of("", "=", "+", "-", "@", "\t", "\r", "\uFF1D")) {
            String cell = cell(start + text);
            assertThat(cell).doesNotMatch("(?s)[=+\\-@\\t\\r\uFF1D\uFF0B\uFF0D\uFF20].*");
            assertThat(cell).isIn(start + text, "'" + start + text);
            assertThat(cell(List.of(start + text, more))).doesNotMatch("(?s)[=+\\-@\\t\\r\uFF1D].*");
        }
    }

    @Example
    void aNumberBelowNothingStaysANumber() {
        assertThat(cell(-3)).isEqualTo("-3");
    }
}

package org.councilregistry.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

/** Cells that a spreadsheet reads as they were meant. */
class RowsTest {
    private static String cell(String text) {
        return Rows.cell(TextNode.valueOf(text));
    }

    @Test
    void commasQuotesAndLinesStayInTheirCell() {
        assertThat(cell("a, b")).isEqualTo("\"a, b\"");
        assertThat(cell("say \"a\"")).isEqualTo("\"say \"\"a\"\"\"");
        assertThat(cell("a\nb")).isEqualTo("\"a\nb\"");
        assertThat(cell("caf\u00e9")).isEqualTo("caf\u00e9");
    }

    @Test
    void aTextThatLooksLikeAFormulaIsAText() {
        assertThat(cell("=SUM(A1)")).isEqualTo("'=SUM(A1)");
        assertThat(cell("+44")).isEqualTo("'+44");
        assertThat(cell("@a")).isEqualTo("'@a");
        assertThat(cell("-1,2")).isEqualTo("\"'-1,2\"");
    }

    @Test
    void aNumberIsANumberAndNothingIsEmpty() {
        assertThat(Rows.cell(IntNode.valueOf(-5))).isEqualTo("-5");
        assertThat(Rows.cell(MissingNode.getInstance())).isEmpty();
    }
}

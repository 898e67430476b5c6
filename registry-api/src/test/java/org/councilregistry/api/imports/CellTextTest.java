package org.councilregistry.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {
    @Test
    void spacesOfEveryKindBecomePlainOnes() {
        assertThat(CellText.clean("\u00A0Public\ttoilets\r\n -\u200B RADAR keys "))
                .isEqualTo("Public toilets - RADAR keys");
    }

    @Test
    void utf8ThatWasTakenForWindowsIsReadAgain() {
        String misread =
                new String("Sir Ynys M\u00f4n".getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        assertThat(CellText.clean(misread)).isEqualTo("Sir Ynys M\u00f4n");
        assertThat(CellText.clean("City\u00EF\u00BE\u00A0and County")).isEqualTo("City and County");
    }

    @Test
    void trueWelshLettersStayAsTheyAre() {
        assertThat(CellText.clean("Sir Ynys M\u00f4n")).isEqualTo("Sir Ynys M\u00f4n");
        assertThat(CellText.misread("Sir Ynys M\u00f4n")).isFalse();
    }

    @Test
    void aLostCharacterIsNoticedThoughItWasTakenForThreeOthers() {
        assertThat(CellText.damaged(CellText.clean("Sir Ynys M\u00EF\u00BF\u00BDn")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "96664.0, 96664",
        "7000000000025480.0, 7000000000025480",
        "40, 40",
        "7.00000000002548E15,",
        "1.23E2, 123",
        "00QB, 00QB",
        "E3831, E3831"
    })
    void aCodeThatASpreadsheetTookForANumberIsACodeAgain(String cell, String code) {
        assertThat(CellText.code(cell)).isEqualTo(code);
    }
}

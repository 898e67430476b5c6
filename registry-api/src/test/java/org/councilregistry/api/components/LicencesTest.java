package org.councilregistry.api.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.councilregistry.api.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicencesTest {
    private static @Nullable String check(@Nullable String expression) {
        return Licences.check(expression, "/licence");
    }

    @ParameterizedTest
    @CsvSource({
        "MIT, MIT",
        "mit, MIT",
        "eupl-1.2, EUPL-1.2",
        "OGL-UK-3.0, OGL-UK-3.0",
        "GPL-2.0+, GPL-2.0+",
        "gpl-2.0+, GPL-2.0+",
        "AGPL-3.0, AGPL-3.0",
        "EPL-2.0+, EPL-2.0+",
        "apache-2.0 or mit, Apache-2.0 OR MIT",
        "(MIT and  BSD-3-Clause) OR EUPL-1.2, (MIT AND BSD-3-Clause) OR EUPL-1.2",
        "((MIT)), ((MIT))",
        "GPL-2.0-or-later with classpath-exception-2.0, GPL-2.0-or-later WITH Classpath-exception-2.0",
        "LicenseRef-Council, LicenseRef-Council",
        "DocumentRef-spdx:LicenseRef-Council OR MIT, DocumentRef-spdx:LicenseRef-Council OR MIT",
    })
    void anExpressionIsKeptInItsUsualSpelling(String written, String kept) {
        assertThat(check(written)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Apache License, Version 2.0 | Apache-2.0",
                "Apache 2.0 | Apache-2.0",
                "Apache2.0 | Apache-2.0",
                "The MIT License | MIT",
                "GPLv3 | GPL-3.0-only",
                "GNU General Public License v3.0 | GPL-3.0-only",
                "EUPL | EUPL-1.2",
                "EUPL 1.2 | EUPL-1.2",
                "Open Government Licence v3.0 | OGL-UK-3.0",
                "MIT OR Apache2 | Apache-2.0",
                "GPL-2.0-only WITH Classpath-exception | Classpath-exception-2.0",
            })
    void anUnknownLicenceIsRefusedWithTheNearest(String written, String meant) {
        assertThatThrownBy(() -> check(written))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", ")", "()", "(MIT", "MIT)", "MIT OR", "OR MIT", "MIT AND OR MIT", "MIT MIT", "MIT, Apache-2.0", "MIT WITH",
                "MIT WITH MIT", "MIT/Apache-2.0", "MIT++", "+", "WITH", "LicenseRef-", "none", "proprietary", "MIT (Apache-2.0)",
            })
    void whatIsNoExpressionIsRefused(String written) {
        assertThatThrownBy(() -> check(written))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("must be an SPDX expression");
    }

    @Test
    void noLicenceIsNoFault() {
        assertThat(check(null)).isNull();
    }

    @Property
    void anyTextIsEitherAnExpressionOrRefused(@ForAll String text) {
        try {
            assertThat(check(check(text))).isEqualTo(check(text));
        } catch (ProblemException refused) {
            assertThat(refused).hasMessageContaining("SPDX");
        }
    }
}

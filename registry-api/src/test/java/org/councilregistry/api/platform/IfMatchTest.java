package org.councilregistry.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import org.councilregistry.schema.ProblemType;

class IfMatchTest {
    @Property(tries = 300)
    void theVersionIsReadFromATagOfAnyForm(
            @ForAll @IntRange(min = 1) int version, @ForAll @AlphaChars @NumericChars String form) {
        for (String tag : new String[] {
            "\"" + version + "-" + form + "\"", "W/\"" + version + "-" + form + "--gzip\"", " \"" + version + "\" "
        }) {
            assertThat(IfMatch.fromString(tag).version()).isEqualTo(version);
        }
    }

    @Property(tries = 1_000)
    void anyOtherTextIsRefused(@ForAll String text) {
        try {
            assertThat(IfMatch.fromString(text).version()).isPositive();
        } catch (ProblemException refused) {
            assertThat(refused.type()).isEqualTo(ProblemType.MALFORMED);
        }
    }

    @Example
    void aStarMatchesAnyVersion() {
        assertThat(IfMatch.fromString(" * ").version()).isZero();
    }

    @Example
    void noVersionIsBelowOne() {
        for (String tag : new String[] {"\"0\"", "\"-1\"", "\"0-AAAA\"", "\"2147483648\"", "\"\""}) {
            assertThat(refusal(tag)).as(tag).isEqualTo(ProblemType.MALFORMED);
        }
    }

    private static ProblemType refusal(String tag) {
        try {
            throw new AssertionError(tag + " was read as " + IfMatch.fromString(tag));
        } catch (ProblemException refused) {
            return refused.type();
        }
    }
}

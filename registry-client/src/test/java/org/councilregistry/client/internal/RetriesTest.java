package org.councilregistry.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {
    private final Retries retries = new Retries();

    private List<Long> pauses(int attempt, String retryAfter) {
        return IntStream.range(0, 300)
                .mapToObj(i ->
                        retries.pause(attempt, Optional.ofNullable(retryAfter)).toMillis())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"1,200", "2,400", "3,800", "9,10000", "60,10000"})
    void aPauseIsAnywhereBetweenNothingAndALimitThatDoubles(int attempt, long most) {
        assertThat(Collections.max(pauses(attempt, null))).isBetween(most * 3 / 4, most);
        assertThat(Collections.min(pauses(attempt, null))).isLessThan(most / 4);
    }

    @Test
    void whatTheRegistryAsksForIsTheLeastAndTenSecondsTheMost() {
        assertThat(pauses(1, "3")).allMatch(p -> p >= 3000 && p <= 3200);
        assertThat(pauses(1, "86400")).containsOnly(10_000L);
        assertThat(pauses(1, in(5))).allMatch(p -> p >= 3500 && p <= 5200);
        assertThat(pauses(1, in(3600))).containsOnly(10_000L);
        assertThat(pauses(1, in(-5))).allMatch(p -> p <= 200);
    }

    @Property(tries = 500)
    void noPauseIsShorterThanWhatWasAskedForNorLongerThanTenSeconds(
            @ForAll @IntRange(min = 1, max = 100) int attempt, @ForAll @IntRange(max = 999_999_999) int seconds) {
        long asked = Math.min(10_000, seconds * 1_000L);
        assertThat(retries.pause(attempt, Optional.of(" " + seconds + " ")).toMillis())
                .isBetween(asked, 10_000L);
    }

    @Property(tries = 500)
    void anyTextIsATimeOrNot(@ForAll String retryAfter) {
        assertThat(retries.pause(1, Optional.of(retryAfter))).isBetween(Duration.ZERO, Duration.ofSeconds(10));
    }

    private static String in(int seconds) {
        return ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(seconds).format(DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1e9", "99999999999999999999", "Wed, 99 Oct 2026 07:28:00 GMT"})
    void whatIsNoTimeIsNotWaitedFor(String retryAfter) {
        assertThat(retries.pause(1, Optional.of(retryAfter))).isLessThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void tenFailuresAreTriedAgainAndEachTenSuccessesEarnOneMore() {
        for (int i = 0; i < 10; i++) assertThat(retries.take()).isTrue();
        assertThat(retries.take()).isFalse();
        for (int i = 0; i < 11; i++) retries.succeeded();
        assertThat(retries.take()).isTrue();
        assertThat(retries.take()).isFalse();
    }
}

package org.councilregistry.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Nobody gets more than the limit, whenever she asks, and everybody gets what she was promised. */
class BucketTest {
    private static final long SECOND = 1_000_000_000;

    @Property(tries = 500)
    void nobodyTakesMoreThanTheBurstAndWhatTheTimeBrings(
            @ForAll @IntRange(min = 1, max = 600) int perMinute,
            @ForAll @IntRange(min = 1, max = 50) int burst,
            @ForAll @Size(max = 200) List<@IntRange(max = 2_000) Integer> pauses) {
        Bucket bucket = new Bucket(new Limit("test", perMinute, burst), 0);
        long now = 0;
        int taken = 0;
        for (int milliseconds : pauses) {
            now += milliseconds * SECOND / 1_000;
            if (bucket.take(now)) taken++;
            assertThat(taken).isLessThanOrEqualTo((int) Math.ceil(burst + now / 60e9 * perMinute));
            assertThat(bucket.left(now)).isBetween(0, burst);
        }
    }

    @Property(tries = 500)
    void whoWaitsAsLongAsSheIsToldIsNotRefused(
            @ForAll @IntRange(min = 1, max = 600) int perMinute, @ForAll @IntRange(min = 1, max = 50) int burst) {
        Bucket bucket = new Bucket(new Limit("test", perMinute, burst), 0);
        for (int i = 0; i < burst; i++) assertThat(bucket.take(0)).isTrue();
        assertThat(bucket.take(0)).isFalse();
        int wait = bucket.seconds(0);
        assertThat(wait).isPositive();
        assertThat(bucket.take(wait * SECOND)).isTrue();
    }

    @Example
    void whoNeedNotWaitIsToldSo() {
        assertThat(new Bucket(new Limit("test", 60), 0).seconds(0)).isZero();
    }

    @Property(tries = 200)
    void whatIsGivenBackCanBeTakenAgainAndIsNotSettled(@ForAll @IntRange(min = 1, max = 20) int burst) {
        Bucket bucket = new Bucket(new Limit("test", 1, burst), 0);
        for (int i = 0; i < burst; i++) bucket.take(0);
        bucket.giveBack();
        assertThat(bucket.left(0)).isEqualTo(1);
        assertThat(bucket.settle()).isEqualTo(burst - 1);
        assertThat(bucket.settle()).isZero();
    }

    @Property(tries = 200)
    void whatOthersTookIsGoneAndWhatWasTakenMeanwhileToo(
            @ForAll @IntRange(min = 5, max = 50) int burst, @ForAll @IntRange(max = 5) int meanwhile) {
        Bucket bucket = new Bucket(new Limit("test", 1, burst), 0);
        for (int i = 0; i < meanwhile; i++) bucket.take(0);
        bucket.known(5, 0);
        assertThat(bucket.left(0)).isEqualTo(5 - meanwhile);
        bucket.known(1_000, 0);
        assertThat(bucket.left(0)).isLessThanOrEqualTo(burst);
    }
}

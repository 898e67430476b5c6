package org.councilregistry.client.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.councilregistry.client.RegistryException;

/** When to try again: after a random while that grows, or when the registry says; and not at all in a storm. */
public final class Retries {
    private static final long FIRST = 200;
    private static final long LONGEST = 10_000;
    private static final double FULL = 10;
    private static final double EARNED = 0.1;

    private double tokens = FULL;

    Retries() {}

    /** Takes a token; without one there were too many failures lately. */
    synchronized boolean take() {
        if (tokens < 1) return false;
        tokens -= 1;
        return true;
    }

    /** A call succeeded: trying again becomes affordable. */
    synchronized void succeeded() {
        tokens = Math.min(FULL, tokens + EARNED);
    }

    /** How long to wait after this attempt: at least what the registry asks for, and never longer than ten seconds. */
    Duration pause(int attempt, Optional<String> retryAfter) {
        long asked = retryAfter.map(Retries::millis).orElse(0L);
        return Duration.ofMillis(Math.min(LONGEST, asked + jitter(FIRST, attempt)));
    }

    /** Waits a random while that doubles from one attempt to the next, in milliseconds, so that those who met part. */
    public static void part(long first, int attempt) {
        sleep(Duration.ofMillis(jitter(first, attempt)));
    }

    private static long jitter(long first, int attempt) {
        long most = Math.min(LONGEST, first << Math.min(attempt - 1, 10));
        return ThreadLocalRandom.current().nextLong(most + 1);
    }

    static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryException("interrupted", e, false);
        }
    }

    private static long millis(String retryAfter) {
        String text = retryAfter.strip();
        try {
            if (text.matches("\\d{1,9}")) return Long.parseLong(text) * 1000;
            Instant when = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Math.max(0, Duration.between(Instant.now(), when).toMillis());
        } catch (DateTimeException e) {
            return 0;
        }
    }
}

package org.councilregistry.api.limits;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Min;

/**
 * How often somebody may call; the section {@code limits} of {@code config.yml}. All numbers are calls a minute.
 *
 * @param enabled whether anything is limited
 * @param anonymous calls without a key, from one address
 * @param key calls with one key
 * @param writes changes with one key; a publish that changes nothing is no change
 * @param writesAtOnce changes with one key after a rest, at once
 * @param checks overlap checks without a key, from one address
 * @param keyChecks overlap checks with one key
 * @param failures keys that are not accepted, from one address
 */
public record Limits(
        @JsonProperty boolean enabled,
        @JsonProperty @Min(1) int anonymous,
        @JsonProperty @Min(1) int key,
        @JsonProperty @Min(1) int writes,
        @JsonProperty @Min(1) int writesAtOnce,
        @JsonProperty @Min(1) int checks,
        @JsonProperty @Min(1) int keyChecks,
        @JsonProperty @Min(1) int failures) {
    /** As in {@code config.yml}. */
    public static final Limits USUAL = new Limits(true, 600, 1_200, 600, 2_000, 60, 300, 20);

    /** The same, but not enforced. */
    public Limits off() {
        return new Limits(false, anonymous, key, writes, writesAtOnce, checks, keyChecks, failures);
    }
}

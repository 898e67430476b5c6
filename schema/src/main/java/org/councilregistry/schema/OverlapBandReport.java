package org.councilregistry.schema;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The overlaps of one band.
 *
 * @param band the band
 * @param open how many nobody has decided, without those of partners who were asked and have not answered
 * @param introduce how many were right: the councils were brought together
 * @param related how many were half right
 * @param different how many were wrong
 * @param watch how many it is too early to judge
 * @param precision the share of right ones among those judged right, half right or wrong, from 0 to 1; absent while there
 *     are none
 * @param precisionHalf the same share, half right ones counted by half
 */
public record OverlapBandReport(
        Band band,
        long open,
        long introduce,
        long related,
        long different,
        long watch,
        @Nullable BigDecimal precision,
        @Nullable BigDecimal precisionHalf) {
    /** Writes numbers without trailing zeros. */
    public OverlapBandReport {
        precision = Lists.number(precision);
        precisionHalf = Lists.number(precisionHalf);
    }
}

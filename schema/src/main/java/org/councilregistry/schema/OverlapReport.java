package org.councilregistry.schema;

import java.util.List;

/**
 * How many overlaps there are, and how often coordinators found them right: of what the reader may see.
 *
 * @param bands one row for each band
 */
public record OverlapReport(List<OverlapBandReport> bands) {
    /** An absent list is an empty one. */
    public OverlapReport {
        bands = Lists.of(bands);
    }
}

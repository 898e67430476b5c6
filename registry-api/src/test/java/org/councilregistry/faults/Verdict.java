package org.councilregistry.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * What the ledger found in the registry, record by record.
 *
 * @param lost acknowledged and not there
 * @param altered showing a number that was overwritten, refused or never sent
 * @param duplicated there twice, or there without anybody who wrote it
 * @param feed events that are missing, doubled, out of order or altered
 */
public record Verdict(List<String> lost, List<String> altered, List<String> duplicated, List<String> feed) {
    /** Nothing found yet; what is found is added. */
    public Verdict() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Whether everything is as it was acknowledged. */
    public boolean clean() {
        return lost.isEmpty() && altered.isEmpty() && duplicated.isEmpty() && feed.isEmpty();
    }
}

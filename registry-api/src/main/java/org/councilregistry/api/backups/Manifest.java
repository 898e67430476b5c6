package org.councilregistry.api.backups;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds; the file {@code manifest.json}.
 *
 * @param format how the backup is laid out, 1
 * @param at the moment whose state it holds
 * @param secret tells under which secret its keys were made, without giving it away
 * @param schema the migrations that had been applied
 * @param tables its tables, each in a file of its own, those that others refer to first
 */
public record Manifest(int format, Instant at, String secret, List<String> schema, List<Saved> tables) {
    /** The format that this release writes and reads. */
    static final int FORMAT = 1;

    /**
     * A table.
     *
     * @param columns its columns, in the order of the file
     * @param rows how many rows
     * @param sha256 of the rows as COPY writes them, before compression
     */
    public record Saved(String name, List<String> columns, long rows, String sha256) {
        /** The file that holds it. */
        String file() {
            return name + ".tsv.gz";
        }
    }
}

package org.councilregistry.api.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.councilregistry.api.platform.Json;
import org.councilregistry.schema.LogEntry;

/** An export of the log: an event a line. It is never held whole. */
final class EventLogFile implements Iterable<LogEntry> {
    private final Path file;

    EventLogFile(Path file) {
        this.file = file;
    }

    @Override
    public Iterator<LogEntry> iterator() {
        try {
            BufferedReader reader = Files.newBufferedReader(file);
            return reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(this::entry)
                    .iterator();
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private LogEntry entry(String line) {
        return Json.exported(line, LogEntry.class)
                .orElseThrow(() -> new IllegalArgumentException(
                        file + " is no whole export of the log: it has a line that is no event. Export it again from"
                                + " /v1/exports/events.jsonl."));
    }
}

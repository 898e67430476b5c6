package org.councilregistry.api.events;

import java.util.Iterator;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Rows;
import org.councilregistry.schema.LogEntry;

/** The sealed log of the database, with its checkpoints, whatever of it can be read. It is never held whole. */
public final class EventLog implements Iterable<LogEntry> {
    private final SealDao dao;

    /** Of this database. */
    public EventLog(Databases databases) {
        dao = databases.read(SealDao.class);
    }

    @Override
    public Iterator<LogEntry> iterator() {
        return Rows.walk(0L, LogEntry::position, dao::log).iterator();
    }
}

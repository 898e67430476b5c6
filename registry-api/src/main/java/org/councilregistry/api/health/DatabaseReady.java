package org.councilregistry.api.health;

import org.councilregistry.api.platform.Databases;
import org.councilregistry.schema.Health.Check;

/** Whether the database answers. */
public final class DatabaseReady implements HealthResource.Part {
    private final Databases databases;

    /** Asks this database. */
    public DatabaseReady(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Check check() {
        try {
            databases.jdbi().useHandle(handle -> handle.execute("select 1"));
            return new Check("database", true, null);
        } catch (RuntimeException e) {
            return new Check("database", false, "does not answer");
        }
    }
}

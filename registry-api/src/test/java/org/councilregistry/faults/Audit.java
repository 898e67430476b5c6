package org.councilregistry.faults;

import java.time.ZoneId;
import org.councilregistry.api.events.AuditCheck;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Migrations;
import org.councilregistry.api.platform.Pool;

/** The chain of all events, recomputed. */
final class Audit {
    private Audit() {}

    /** Recomputes the chain in this database. */
    static AuditCheck.Report check(Migrations.Target target) {
        try (Pool pool = new Pool(Pool.to(target, 1, ZoneId.of("Europe/London")))) {
            return new AuditCheck(new Databases(pool.dataSource())).run();
        }
    }
}

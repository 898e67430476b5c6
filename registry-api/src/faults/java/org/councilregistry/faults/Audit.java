package org.councilregistry.faults;

import java.time.ZoneId;
import org.councilregistry.api.events.AuditCheck;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Migrations;
import org.councilregistry.api.platform.Pool;

/** The chain of all events, recomputed. */
final class Audit {
    private Audit() {}

    static AuditCheck.Report check(Migrations.Target target) {
        try (Pool pool = new Pool(Pool.to(target, 1, ZoneId.of("Europe/London")))) {
            return new AuditCheck(new Databases(pool.dataSource())).run();
        }
    }

    static void of(Scene scene, Table table) {
        AuditCheck.Report report = check(scene.target());
        table.note(String.format("The chain of %,d events verifies.", report.events()));
        if (report.fault() != null) table.fault("verify-audit: " + report.fault());
    }
}

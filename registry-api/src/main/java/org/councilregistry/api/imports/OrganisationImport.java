package org.councilregistry.api.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.councilregistry.api.imports.ImportReport.Outcome;
import org.councilregistry.api.imports.ImportReport.Tally;
import org.councilregistry.api.organisations.OrganisationDao;
import org.councilregistry.api.organisations.OrganisationService;
import org.councilregistry.api.platform.Bodies;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.successions.SuccessionService;
import org.councilregistry.schema.Organisation;
import org.jdbi.v3.core.Handle;

/**
 * Imports councils from mySociety's list of UK local authorities, as CSV. A row is the organisation with its code, else the
 * one with its GSS code. What the list does not say, such as a web site, stays as it is in the registry.
 */
public final class OrganisationImport {
    private final Databases databases;
    private final OrganisationService organisations;
    private final SuccessionService successions;
    private final Supplier<LocalDate> today;
    private final Caller caller = Caller.system("import-organisations");

    /** Writes by these services; which councils exist depends on the day. */
    public OrganisationImport(
            Databases databases,
            OrganisationService organisations,
            SuccessionService successions,
            Supplier<LocalDate> today) {
        this.databases = databases;
        this.organisations = organisations;
        this.successions = successions;
        this.today = today;
    }

    /**
     * Imports a file.
     *
     * @param file its bytes
     * @param progress is told, now and then, how far it is
     * @throws IllegalArgumentException if it is not such a list at all
     */
    public ImportReport run(byte[] file, Consumer<String> progress) {
        CsvFile csv = CsvFile.of(file);
        csv.require(OrganisationRow.CODE, OrganisationRow.NAME, OrganisationRow.TYPE);
        Tally tally = new Tally();
        tally.refuse(csv.refused());
        Map<String, OrganisationRow> rows = rows(csv, tally);
        OrganisationDao dao = databases.read(OrganisationDao.class);
        KnownOrganisations known = new KnownOrganisations(dao.all(), dao.slugs());
        Batches batches = new Batches(databases, tally, progress);
        Map<String, Organisation> byCode = write(new OrganisationPlan(rows, known, tally).steps(), batches, tally);
        known.codes().forEach(code -> byCode.computeIfAbsent(code, known::byCode));
        batches.run("successions", new SuccessionSteps(successions, caller).of(rows.values(), byCode, tally));
        missing(csv, known, tally);
        return tally.report();
    }

    private Map<String, OrganisationRow> rows(CsvFile csv, Tally tally) {
        LocalDate day = today.get();
        Map<String, OrganisationRow> rows = new LinkedHashMap<>();
        for (CsvFile.Row cells : csv.rows()) {
            List<String> notes = new ArrayList<>();
            try {
                OrganisationRow row = OrganisationRow.of(cells, day, notes::add);
                OrganisationRow first = rows.putIfAbsent(row.code(), row);
                if (first == null) notes.forEach(note -> tally.note(cells.line(), note));
                else
                    tally.refuse(
                            cells.line(), "the code " + row.code() + " stands on line " + first.line() + " already");
            } catch (ProblemException e) {
                tally.refuse(cells.line(), e.detail());
            }
        }
        return rows;
    }

    /** What became of a row. */
    private record Written(String code, Outcome outcome, Organisation organisation) {}

    private Map<String, Organisation> write(List<OrganisationPlan.Step> steps, Batches batches, Tally tally) {
        Map<String, Organisation> byCode = new HashMap<>();
        List<Batches.Step<Written>> work = new ArrayList<>();
        for (OrganisationPlan.Step step : steps) {
            if (step.done()) tally.count(Outcome.UNCHANGED);
            else work.add(new Batches.Step<>(step.row().line(), tx -> write(tx, step)));
        }
        for (Written written : batches.run("organisations", work)) {
            tally.count(written.outcome());
            byCode.put(written.code(), written.organisation());
        }
        return byCode;
    }

    private Written write(Handle tx, OrganisationPlan.Step step) {
        String code = step.row().code();
        Bodies.checked(step.draft());
        Organisation current = step.current();
        if (current == null)
            return new Written(code, Outcome.CREATED, organisations.register(tx, caller, step.draft()));
        return new Written(code, Outcome.UPDATED, organisations.update(tx, caller, current, step.draft()));
    }

    private static void missing(CsvFile csv, KnownOrganisations known, Tally tally) {
        Set<String> inFile = new HashSet<>();
        csv.rows().forEach(row -> inFile.add(row.text(OrganisationRow.CODE)));
        Set<String> missing = new TreeSet<>(known.codes());
        missing.removeAll(inFile);
        missing.forEach(tally::missing);
    }
}

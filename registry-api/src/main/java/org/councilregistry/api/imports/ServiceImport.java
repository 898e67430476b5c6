package org.councilregistry.api.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.councilregistry.api.imports.ImportReport.Outcome;
import org.councilregistry.api.imports.ImportReport.Tally;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.services.ServiceDao;
import org.councilregistry.api.services.ServiceService;
import org.councilregistry.schema.Service;

/**
 * Imports the vocabulary of services: GOV.UK's list, the same with its history, or the Local Government Association's. The
 * list that came last gives the label; the one before it becomes a synonym. A service that is not in the list stays.
 */
public final class ServiceImport {
    private final Databases databases;
    private final ServiceService services;
    private final Caller caller = Caller.system("import-services");

    /** Writes by this service. */
    public ServiceImport(Databases databases, ServiceService services) {
        this.databases = databases;
        this.services = services;
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
        if (csv.columns().stream().noneMatch(ServiceRow.CODES::contains)) csv.require("lgsl");
        Tally tally = new Tally();
        tally.refuse(csv.refused());
        Map<String, Service> known = new HashMap<>();
        databases.read(ServiceDao.class).all().forEach(service -> known.put(service.code(), service));
        Set<String> inFile = new HashSet<>();
        List<Batches.Step<Outcome>> steps = steps(csv, known, inFile, tally);
        new Batches(databases, tally, progress).run("services", steps).forEach(tally::count);
        known.values().stream()
                .filter(service -> service.validTo() == null && !inFile.contains(service.code()))
                .map(Service::code)
                .sorted()
                .forEach(tally::missing);
        return tally.report();
    }

    private List<Batches.Step<Outcome>> steps(
            CsvFile csv, Map<String, Service> known, Set<String> inFile, Tally tally) {
        List<Batches.Step<Outcome>> steps = new ArrayList<>();
        for (CsvFile.Row cells : csv.rows()) {
            try {
                ServiceRow row = ServiceRow.of(cells);
                Service now = known.get(row.code());
                if (!inFile.add(row.code())) {
                    tally.refuse(cells.line(), "the code " + row.code() + " stands on an earlier line already");
                    continue;
                }
                ServiceDao.Row put = row.onto(now);
                if (ServiceRow.same(put, now)) tally.count(Outcome.UNCHANGED);
                else steps.add(step(cells.line(), put));
            } catch (ProblemException e) {
                tally.refuse(cells.line(), e.detail());
            }
        }
        return steps;
    }

    private Batches.Step<Outcome> step(int line, ServiceDao.Row put) {
        return new Batches.Step<>(
                line,
                tx -> services.put(tx, caller, put)
                        .map(service -> service.version() == 1 ? Outcome.CREATED : Outcome.UPDATED)
                        .orElse(Outcome.UNCHANGED));
    }
}

package org.councilregistry.client.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.councilregistry.client.Publishing;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.Origin;
import org.councilregistry.schema.Problem;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.PublishOutcome;
import org.councilregistry.schema.Published;
import org.jspecify.annotations.Nullable;

/** Publishes rows, four at a time. Killed and run again, it converges: what is there already is left as it is. */
final class ImportRun {
    private static final int AT_A_TIME = 4;
    /** What the next row would meet, too. */
    private static final Set<ProblemType> FOR_ALL = EnumSet.of(
            ProblemType.UNAUTHENTICATED,
            ProblemType.FORBIDDEN,
            ProblemType.RATE_LIMITED,
            ProblemType.READ_ONLY,
            ProblemType.UNAVAILABLE,
            ProblemType.OUTCOME_UNKNOWN);

    private final RegistryClient registry;
    private final Mapping mapping;
    private final Owners owners;
    private final Publishing manner;
    private final Map<PublishOutcome, Integer> outcomes = new EnumMap<>(PublishOutcome.class);
    private final Map<Integer, String> keys = new HashMap<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final AtomicReference<@Nullable RegistryException> stopped = new AtomicReference<>();

    ImportRun(RegistryClient registry, Mapping mapping, boolean dryRun, boolean confirm) {
        this.registry = registry;
        this.mapping = mapping;
        this.owners = new Owners(registry, mapping.createOrganisations(), dryRun);
        this.manner = new Publishing(confirm, dryRun, List.of(), Origin.CSV, List.of());
    }

    /**
     * A row that was not taken, and why.
     *
     * @param key by which it would have been published; empty where it has none yet
     */
    record Refused(RowFile.Row row, String reason, String key) {}

    /** Makes drafts of all rows; those that cannot be read are refused. */
    List<RowMapper.Mapped> map(List<RowFile.Row> rows) {
        RowMapper mapper = new RowMapper(mapping);
        List<RowFile.Row> keyed = new ArrayList<>();
        for (RowFile.Row row : rows) {
            if (read(row, () -> keys.put(row.line(), mapper.key(row)))) keyed.add(row);
        }
        List<RowMapper.Mapped> mapped = new ArrayList<>();
        for (RowFile.Row row : keyed) read(row, () -> mapped.add(mapper.map(row)));
        return mapped;
    }

    private boolean read(RowFile.Row row, Runnable work) {
        try {
            work.run();
            return true;
        } catch (UsageException e) {
            refuse(row, String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** Publishes them; throws what no further row would have passed. */
    void publish(List<RowMapper.Mapped> rows, Progress progress) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
        for (RowMapper.Mapped row : rows) {
            workers.execute(() -> {
                if (stopped.get() == null) publish(row);
                progress.one();
            });
        }
        workers.shutdown();
        while (!workers.awaitTermination(500, TimeUnit.MILLISECONDS)) progress.show();
        progress.done();
        RegistryException cause = stopped.get();
        if (cause != null) throw cause;
    }

    private void publish(RowMapper.Mapped row) {
        try {
            Optional<String> organisation = owners.slug(row.organisation());
            // In a dry run there is nobody yet whom the registry could check the row for.
            if (organisation.isEmpty()) count(PublishOutcome.CREATED);
            else count(row, publish(organisation.get(), row));
        } catch (RegistryException e) {
            if (e.problem().isEmpty() || FOR_ALL.contains(e.type())) stopped.compareAndSet(null, e);
            else refuse(row.row(), reason(e));
        } catch (UsageException e) {
            refuse(row.row(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // a row that is neither counted nor refused would be forgotten
            refuse(row.row(), "it could not be sent: " + e);
        }
    }

    private Published publish(String organisation, RowMapper.Mapped row) {
        Publishing whole = manner.clearing(row.cleared().toArray(String[]::new));
        return registry.initiatives().publish(organisation, row.externalId(), row.draft(), whole);
    }

    private synchronized void count(PublishOutcome outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private synchronized void count(RowMapper.Mapped row, Published published) {
        count(published.outcome());
        List<String> said = new ArrayList<>(published.kept());
        said.removeAll(row.cleared());
        if (!said.isEmpty()) kept.add("line " + row.row().line() + ": " + String.join(", ", said));
    }

    private synchronized void refuse(RowFile.Row row, String reason) {
        refused.add(new Refused(row, reason, keys.getOrDefault(row.line(), "")));
    }

    private String reason(RegistryException e) {
        Problem problem = e.problem().orElseThrow();
        if (problem.errors().isEmpty()) return problem.detail() == null ? problem.title() : problem.detail();
        List<String> errors = new ArrayList<>();
        for (Problem.Violation error : problem.errors()) {
            errors.add(mapping.place(error.pointer()) + ": " + error.message());
        }
        return String.join("; ", errors);
    }

    /** The refused rows in the order of the file. */
    synchronized List<Refused> refused() {
        return refused.stream()
                .sorted(Comparator.comparingInt(one -> one.row().line()))
                .toList();
    }

    synchronized List<String> kept() {
        return List.copyOf(kept);
    }

    Owners owners() {
        return owners;
    }

    synchronized int outcome(PublishOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }
}

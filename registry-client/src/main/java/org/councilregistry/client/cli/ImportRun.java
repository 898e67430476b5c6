package org.councilregistry.client.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.councilregistry.client.Publishing;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationDraftBuilder;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.Problem;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.PublishOutcome;
import org.councilregistry.schema.Published;
import org.jspecify.annotations.Nullable;

/** Publishes rows, four at a time. Killed and run again, it converges: what is there already is left as it is. */
final class ImportRun {
    private static final int AT_A_TIME = 4;

    private final RegistryClient registry;
    private final Publishing manner;
    private final @Nullable OrganisationKind create;
    private final Progress progress;
    private final Map<PublishOutcome, Integer> outcomes = new TreeMap<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final Map<String, String> slugs = new HashMap<>();
    private int created;
    private final AtomicReference<@Nullable RegistryException> stopped = new AtomicReference<>();

    ImportRun(RegistryClient registry, Publishing manner, @Nullable OrganisationKind create, Progress progress) {
        this.registry = registry;
        this.manner = manner;
        this.create = create;
        this.progress = progress;
    }

    /** A row that was not taken, and why. */
    record Refused(int line, String reason) {}

    void publish(List<RowMapper.Mapped> rows) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
        for (RowMapper.Mapped row : rows) workers.execute(() -> publish(row));
        workers.shutdown();
        while (!workers.awaitTermination(1, TimeUnit.SECONDS)) progress.show();
        progress.done();
        RegistryException cause = stopped.get();
        if (cause != null) throw cause;
    }

    private void publish(RowMapper.Mapped row) {
        if (stopped.get() != null) return;
        try {
            count(row, withOrganisation(row));
        } catch (RegistryException e) {
            boolean hopeless = e.problem().isEmpty()
                    || e.type() == ProblemType.UNAUTHENTICATED
                    || e.type() == ProblemType.FORBIDDEN
                    || e.type() == ProblemType.UNAVAILABLE;
            if (hopeless) stopped.compareAndSet(null, e);
            else refuse(row.line(), reason(e));
        } catch (UsageException e) {
            refuse(row.line(), String.valueOf(e.getMessage()));
        } finally {
            progress.one();
        }
    }

    private Published withOrganisation(RowMapper.Mapped row) {
        String organisation = slug(row.organisation());
        return registry.initiatives().publish(organisation, row.externalId(), row.draft(), manner);
    }

    /** The word under which an organisation is addressed; one that the registry does not know is registered if asked. */
    private synchronized String slug(String named) {
        if (named.matches("[a-z0-9:A-Z._-]+")) return named;
        return slugs.computeIfAbsent(named, name -> find(name).orElseGet(() -> register(name)));
    }

    private Optional<String> find(String name) {
        List<Organisation> found = registry.organisations().all().named(name).stream()
                .filter(o -> same(o.name(), name) || o.otherNames().stream().anyMatch(other -> same(other, name)))
                .toList();
        List<Organisation> exact =
                found.stream().filter(o -> o.name().equals(name)).toList();
        if (exact.size() == 1) return Optional.of(exact.get(0).slug());
        if (found.size() > 1) throw new UsageException("'" + name + "' means more than one organisation: use its slug");
        return found.stream().findFirst().map(Organisation::slug);
    }

    private static boolean same(String one, String other) {
        return one.replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .equalsIgnoreCase(other.replaceAll("[^\\p{L}\\p{N}]+", " ").strip());
    }

    private String register(String name) {
        if (create == null) {
            throw new UsageException("there is no organisation '" + name + "' in the registry; name it by slug or"
                    + " scheme:value, or say 'createOrganisations: other' in the map");
        }
        if (manner.dryRun()) throw new UsageException("the organisation '" + name + "' would be registered first");
        created++;
        return registry.organisations()
                .register(OrganisationDraftBuilder.builder()
                        .name(name)
                        .kind(create)
                        .build())
                .slug();
    }

    private synchronized void count(RowMapper.Mapped row, Published published) {
        outcomes.merge(published.outcome(), 1, Integer::sum);
        if (!published.kept().isEmpty()) kept.add("line " + row.line() + ": " + String.join(", ", published.kept()));
    }

    synchronized void refuse(int line, String reason) {
        refused.add(new Refused(line, reason));
    }

    private static String reason(RegistryException e) {
        Problem problem = e.problem().orElseThrow();
        if (problem.errors().isEmpty()) return problem.detail() == null ? problem.title() : problem.detail();
        List<String> errors = new ArrayList<>();
        for (Problem.Violation error : problem.errors()) errors.add(error.pointer() + " " + error.message());
        return String.join("; ", errors);
    }

    List<Refused> refused() {
        return refused;
    }

    List<String> kept() {
        return kept;
    }

    int created() {
        return created;
    }

    int outcome(PublishOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }
}

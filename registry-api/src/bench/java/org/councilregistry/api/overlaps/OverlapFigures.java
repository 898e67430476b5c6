package org.councilregistry.api.overlaps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.councilregistry.api.RegistryApplication;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.platform.Json;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Match;
import org.councilregistry.schema.OrganisationDraftBuilder;
import org.councilregistry.schema.Role;

/**
 * How well the check finds what the labelled set says, by what the API answers: each query is asked of a service whose detector
 * has learnt nothing from it. The development set's own {@code eval.py} is the referee.
 */
public final class OverlapFigures {
    private static final int FOLDS = 5;
    private static final Path RUNS = Path.of("target/overlap");

    private final Labelled data;
    private final RunningRegistry registry = RunningRegistry.own();
    private final Map<String, String> slugs = new HashMap<>();
    private final Map<String, String> byTitle = new HashMap<>();

    private OverlapFigures(Labelled data) {
        this.data = data;
    }

    /** Prints the figures. */
    public static void main(String[] arguments) throws Exception {
        if (Files.notExists(OverlapTraining.SHARED)) {
            System.out.println("The labelled set is not here; overlap is not measured.");
            return;
        }
        OverlapTraining.main(arguments);
        OverlapFigures figures = new OverlapFigures(new Labelled(OverlapTraining.SHARED));
        try {
            figures.load();
            figures.ours();
            figures.meaningAlone();
        } finally {
            figures.registry.close();
        }
        referee("BM25 alone", "baseline", "bm25", RUNS.resolve("bm25.run").toString());
        for (String run : List.of("bm25", "meaning", "lexical", "ours")) {
            referee(run + ": ranking", "score", RUNS.resolve(run + ".run").toString());
            referee(run + ": hard pairs", "hard", RUNS.resolve(run + ".run").toString());
        }
        referee("bm25: flags", "tune", RUNS.resolve("bm25.run").toString());
        referee("meaning: flags", "tune", RUNS.resolve("meaning.run").toString());
        Intervals intervals = new Intervals(figures.data);
        intervals.print("ours", RUNS.resolve("ours.run"), RUNS.resolve("bm25.run"));
        intervals.print("ours", RUNS.resolve("ours.run"), RUNS.resolve("meaning.run"));
        referee("ours: flags (same or close)", "flags", RUNS.resolve("ours.run").toString(), "--threshold", "2");
    }

    private static void referee(String what, String... words) throws IOException, InterruptedException {
        System.out.println("\n" + what);
        List<String> line = new ArrayList<>(
                List.of("python3", OverlapTraining.SHARED.resolve("eval.py").toString()));
        line.addAll(List.of(words));
        Process referee = new ProcessBuilder(line).inheritIO().start();
        if (!referee.waitFor(120, TimeUnit.SECONDS)) referee.destroy();
    }

    private RegistryClient client(Role role) {
        return RegistryClient.builder(registry.address())
                .apiKey(registry.key(role, null))
                .build();
    }

    private void load() throws InterruptedException {
        RegistryClient admin = client(Role.SECTOR_ADMIN);
        ExecutorService workers = Executors.newFixedThreadPool(4);
        for (Labelled.Item item : data.items) {
            String slug = slugs.computeIfAbsent(
                    item.owner(),
                    owner -> admin.organisations()
                            .register(OrganisationDraftBuilder.builder()
                                    .name(owner.isBlank() ? "nobody" : owner)
                                    .kind(item.kind())
                                    .country(item.country().isEmpty() ? "ZZ" : item.country())
                                    .build())
                            .slug());
            workers.execute(() -> {
                String id = admin.initiatives()
                        .publish(slug, item.id(), item.draft())
                        .initiative()
                        .id()
                        .toString();
                synchronized (byTitle) {
                    byTitle.put(id, item.id());
                }
            });
        }
        workers.shutdown();
        if (!workers.awaitTermination(10, TimeUnit.MINUTES)) throw new IllegalStateException("the set was not loaded");
        await();
        System.err.println(byTitle.size() + " records of " + slugs.size() + " organisations registered");
    }

    private void await() throws InterruptedException {
        while (!registry.wiring().comparable()) TimeUnit.MILLISECONDS.sleep(100);
    }

    private void ours() throws Exception {
        int[] fold = data.folds(FOLDS);
        StringBuilder run = new StringBuilder();
        for (int f = 0; f < FOLDS; f++) {
            Path file = RUNS.resolve("fold-" + f + ".json");
            Detector detector = Json.MAPPER.readValue(Files.readString(file), Detector.class);
            registry.restart(new RegistryApplication(() -> detector));
            await();
            for (int query : data.grades.keySet()) if (Math.max(0, fold[query]) == f) ask(query, run);
        }
        Files.writeString(RUNS.resolve("ours.run"), run.toString());
    }

    private void meaningAlone() throws Exception {
        Detector release = Detector.ofRelease();
        Detector.Weights weights = new Detector.Weights(0, 1, 0, 0, 0, 0, 0, 0.9, 0.5, -1);
        Detector alone = new Detector(
                "meaning-alone", release.centre(), release.rarity(), release.unseen(), weights, release.lexical());
        registry.restart(new RegistryApplication(() -> alone));
        await();
        StringBuilder run = new StringBuilder();
        for (int query : data.grades.keySet()) ask(query, run);
        Files.writeString(RUNS.resolve("meaning.run"), run.toString());
    }

    /** Asks as the record's owner would before registering it; its own record and its owner's are left out by the service. */
    private void ask(int query, StringBuilder run) {
        Labelled.Item item = data.items.get(query);
        InitiativeDraft draft = item.draft().withOrganisation(slugs.get(item.owner()));
        List<Match> matches =
                client(Role.AUDITOR).overlaps().check(draft, 50, false).matches();
        for (int rank = 0; rank < matches.size(); rank++) {
            Match match = matches.get(rank);
            double score = band(match.band()) + 0.9 * (50 - rank) / 50;
            run.append(item.id()).append('\t');
            run.append(byTitle.get(match.initiative().id().toString()))
                    .append('\t')
                    .append(score)
                    .append('\n');
        }
    }

    private static int band(Band band) {
        return switch (band) {
            case SAME -> 3;
            case CLOSE -> 2;
            default -> 1;
        };
    }
}

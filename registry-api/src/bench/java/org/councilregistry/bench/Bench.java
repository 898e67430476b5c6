package org.councilregistry.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.councilregistry.api.search.IndexCeiling;
import org.councilregistry.schema.InitiativeDraft;

/** Measures everything, and prints it. */
public final class Bench {
    private static final int STARTS = 2;

    private final Settings settings;
    private final Site site;
    private final Table table;
    private final Corpus corpus = new Corpus();

    private Bench(Settings settings, Site site, Table table) {
        this.settings = settings;
        this.site = site;
        this.table = table;
    }

    /** Runs the bench. */
    public static void main(String[] args) throws Exception {
        Settings settings = Settings.ofProperties();
        Table table = new Table();
        try (Site site = new Site()) {
            new Bench(settings, site, table).run();
        } finally {
            // what was measured before something failed is not lost
            Files.writeString(Path.of("target", "bench.md"), table.toString());
            System.out.println(table);
        }
        Progress.say("done; the table is in target/bench.md, too");
    }

    private void run() throws Exception {
        Registry empty = Registry.filled(site.service("empty"), corpus, 0, false);
        Registry small = Registry.filled(site.service("small"), corpus, settings.small(), true);
        List<Registry> all = new ArrayList<>(List.of(empty, small));
        if (settings.large() > 0) {
            all.add(Registry.filled(site.service("large"), corpus, settings.large(), false));
        }
        Starts starts = Starts.of(all, STARTS);
        if (settings.only().equals("limits")) {
            limited(small);
            return;
        }
        small.service().start();
        first(small);
        small.service().stop();
        limited(small);
        small.service().start();
        starts.into(table, 1, 5);
        if (settings.large() > 0) {
            // both anew: the compiler must not have had longer to work on one of them
            small.service().stop();
            small.service().start();
            all.get(2).service().start();
            grown(small, all.get(2));
            starts.into(table, 2, 10);
            all.get(2).service().stop();
        }
        small.service().stop();
        if (settings.meanings()) meanings(all);
        table.note(String.format(
                "%d rounds of %.0f s each, in turns, after %.0f s of warming up; service, database and load on %d processors.",
                settings.rounds(),
                settings.seconds(),
                settings.warmUp(),
                Runtime.getRuntime().availableProcessors()));
    }

    /** Overlap by meaning. */
    private void meanings(List<Registry> all) throws Exception {
        Progress.say("by meaning");
        try (Meant meant = new Meant(corpus, table, settings.arrivals())) {
            meant.measure(all.get(1), all.get(0), 1.5);
            if (settings.large() > 0) meant.measure(all.get(2), all.get(0), 2.5);
            meant.arrivals(all.get(1));
            meant.reach(all.get(1), site.service("second"));
            meant.growth();
        }
    }

    /** The service beside its ceilings. */
    private void first(Registry small) throws Exception {
        Progress.say("thin: taking over the answers of the service");
        try (Thin thin = site.ended(new Thin(small.service()));
                IndexCeiling index = new IndexCeiling(small.service().index())) {
            thin.start();
            Rounds rounds = new Rounds();
            Reads reads = new Reads(
                    corpus, small.size(), "/v1/initiatives", small.service().port());
            Target publish = reads.publish(small.admin());
            Reads thinReads = new Reads(corpus, small.size(), "/thin", thin.port());
            rounds.add("thin get", thinReads.get());
            rounds.add("get", reads.get());
            rounds.add("publish", publish);
            rounds.add("thin 304", thinReads.unchanged());
            rounds.add("304", reads.unchanged());
            rounds.add("thin list", thinReads.list());
            rounds.add("list", reads.list());
            rounds.add("lucene search", lucene(index));
            rounds.add("search", reads.search());
            rounds.add("lucene alike", alike(index));
            rounds.add("overlap", reads.overlap());
            rounds.add("get slug", reads.bySlug("/v1/initiatives"));
            rounds.add("page", reads.bySlug("/initiatives"));
            rounds.add("search initiatives", reads.search("/v1/search?type=initiative&q="));
            rounds.add("discover", reads.search("/initiatives?q="));
            RawWrites raw = new RawWrites(corpus, small.service(), small.size());
            Writes writes = new Writes(corpus, small.service(), small.size(), small.admin());
            rounds.add("raw create", raw.create());
            rounds.add("create", writes.create());
            rounds.add("raw update", raw.update());
            rounds.add("update", writes.update());
            table.note(String.format("A search finds %,d records on average.", reads.hits()));
            measure(rounds, List.of(small), true);
            new Findings(table, rounds, small.size()).first();
            Findings.memory(table, small, 400);
        }
    }

    /** The service with more initiatives, beside itself with fewer. */
    private void grown(Registry small, Registry large) throws Exception {
        Rounds rounds = new Rounds();
        for (String call : Findings.GROWN) {
            for (Registry each : List.of(small, large)) {
                rounds.add(call + (each.equals(small) ? " small" : " large"), call(call, each));
            }
        }
        measure(rounds, List.of(small, large), false);
        new Findings(table, rounds, large.size()).grown();
        Findings.memory(table, large, 700);
    }

    /** What counting everybody's calls costs: two nodes of one registry, one of which counts. */
    private void limited(Registry small) throws Exception {
        Progress.say("with limits and without");
        small.service().start();
        try (Service unlimited = site.service("unlimited")) {
            unlimited.share(small.service());
            unlimited.start(false, false);
            Writes writes = new Writes(corpus, small.service(), small.size(), small.admin());
            Rounds rounds = new Rounds();
            for (Service each : List.of(unlimited, small.service())) {
                String which = each.equals(unlimited) ? " unlimited" : " limited";
                rounds.add("get" + which, new Reads(corpus, small.size(), "/v1/initiatives", each.port()).get());
                rounds.add("create" + which, writes.create(each.port()));
            }
            measure(rounds, List.of(small), false);
            new Findings(table, rounds, small.size()).limited();
        }
        small.service().stop();
    }

    private Target call(String call, Registry registry) throws Exception {
        Reads reads = new Reads(
                corpus, registry.size(), "/v1/initiatives", registry.service().port());
        Writes writes = new Writes(corpus, registry.service(), registry.size(), registry.admin());
        return switch (call) {
            case "get" -> reads.get();
            case "304" -> reads.unchanged();
            case "list" -> reads.list();
            case "search" -> reads.search();
            case "overlap" -> reads.overlap();
            case "create" -> writes.create();
            default -> writes.update();
        };
    }

    private void measure(Rounds rounds, List<Registry> registries, boolean ceilings) throws Exception {
        Progress.say("warming up");
        Rounds.Between settle = () -> {
            for (Registry each : registries) each.settle();
        };
        rounds.warmUp(settings.warmUp(), settle);
        for (int round = 0; round < settings.rounds(); round++) {
            for (Registry each : registries) {
                each.tidy("registry");
                if (ceilings) each.tidy("bench");
            }
            Progress.say(String.format("round %d of %d", round + 1, settings.rounds()));
            rounds.round(round, settings.seconds(), settle);
        }
    }

    private Target lucene(IndexCeiling index) throws Exception {
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < 240; i++) queries.add(corpus.query(i));
        return Target.of("lucene search", number -> {
            SplittableRandom random = new SplittableRandom(number);
            return () -> index.search(queries.get(random.nextInt(queries.size())));
        });
    }

    private Target alike(IndexCeiling index) throws Exception {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            InitiativeDraft draft = Reads.compared(corpus, i);
            texts.add(draft.title() + "\n" + draft.title() + "\n" + draft.summary() + "\n" + draft.problem());
        }
        return Target.of("lucene more-like-this", number -> {
            SplittableRandom random = new SplittableRandom(number);
            return () -> index.alike(texts.get(random.nextInt(texts.size())));
        });
    }
}

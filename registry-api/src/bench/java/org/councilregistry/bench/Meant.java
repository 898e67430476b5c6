package org.councilregistry.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.councilregistry.api.meanings.Embedder;
import org.councilregistry.api.meanings.MadeMeanings;
import org.councilregistry.api.overlaps.Detector;
import org.councilregistry.schema.InitiativeDraft;

/** How fast overlap is found by meaning, held against the bare model in the bench's own process. */
final class Meant implements AutoCloseable {
    private static final int ROUNDS = 3;
    private static final int CALLS = 40;
    /** Numbers of drafts: those that warm up, how many these are, and those that go from node to node. */
    private static final int WARM = 100_000;

    private static final int WARMING = 400;
    private static final int REACHING = 200_000;
    private static final String CHECK = "/v1/overlaps/check";

    private final Corpus corpus;
    private final Table table;
    private final Embedder model = Embedder.open().orElseThrow();
    private final MadeMeanings made;
    private final List<List<String>> kinds;
    private final int arrivals;
    private int drawn;

    /** Lets so many records arrive. */
    Meant(Corpus corpus, Table table, int arrivals) throws IOException {
        this.corpus = corpus;
        this.arrivals = arrivals;
        this.kinds = MadeMeanings.kindsOfWork();
        this.table = table;
        List<InitiativeDraft> texts = IntStream.range(0, 500)
                .mapToObj(n -> corpus.draft(5_000_000 + n))
                .toList();
        made = new MadeMeanings(model, texts, Detector.ofRelease().centre());
    }

    /** A draft that nobody has seen yet. */
    private InitiativeDraft fresh() {
        return corpus.draft(6_000_000 + drawn++);
    }

    /**
     * Measures the check with so many initiatives, and what meanings cost in memory and at the start.
     *
     * @param most how many times as long as the model the check may take
     */
    void measure(Registry registry, Registry empty, double most) throws Exception {
        Service service = registry.service();
        service.start(false);
        checks(service, 150);
        long lexical = service.resident();
        try (Connection connection = service.connect("registry")) {
            made.into(connection);
        }
        service.stop();
        double nothing = empty.service().start(true);
        empty.service().stop();
        double start = service.start(true);
        registry.settle();
        table.add(
                new Table.Row(
                        "start with meanings",
                        registry.size(),
                        String.format("%.1f s", start),
                        String.format("empty %.1f s", nothing)),
                String.format("%.1f s over an empty one's", start - nothing),
                "at most 15 s over an empty one's",
                start - nothing <= 15);
        against(service, registry.size(), most);
        long more = service.resident() - lexical;
        table.add(
                new Table.Row(
                        "memory for meanings", registry.size(), service.resident() + " MB", lexical + " MB without"),
                more + " MB more",
                "at most 300 MB more",
                more <= 300);
        service.stop();
    }

    private void checks(Service service, int times) throws IOException {
        try (Wire wire = new Wire(service.port())) {
            for (int i = 0; i < times; i++) wire.expect(200, Reads.check(fresh(), CHECK));
        }
    }

    /** One client, and the model alone with the same text, in turns. */
    private void against(Service service, int size, double most) throws Exception {
        checks(service, 200);
        List<Double> shares = new ArrayList<>();
        List<Double> tails = new ArrayList<>();
        List<Double> halves = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        try (Wire wire = new Wire(service.port())) {
            for (int round = 0; round < ROUNDS; round++) {
                long[] check = new long[CALLS];
                long[] bare = new long[CALLS];
                for (int i = 0; i < CALLS; i++) {
                    InitiativeDraft draft = fresh();
                    byte[] request = Reads.check(draft, CHECK);
                    long begun = System.nanoTime();
                    wire.expect(200, request);
                    long between = System.nanoTime();
                    model.of(draft.title() + "\n" + draft.summary() + "\n" + draft.problem());
                    check[i] = between - begun;
                    bare[i] = System.nanoTime() - between;
                }
                shares.add(at(check, 0.5) / at(bare, 0.5));
                tails.add(at(check, 0.95) / at(check, 0.5));
                halves.add(at(check, 0.5));
                alone.add(at(bare, 0.5));
            }
        }
        String service50 = String.format("p50 %.1f ms", Range.of(halves).median());
        String model50 = String.format("model %.1f ms", Range.of(alone).median());
        Table.Row row = new Table.Row("overlap check by meaning, 1 client", size, service50, model50);
        Range share = Range.of(shares);
        table.add(row, share.shown(2) + " times the model", "at most " + most + " times", share.median() <= most);
        Range tail = Range.of(tails);
        table.add(
                new Table.Row("the same, p95", size, service50, ""),
                tail.shown(2) + " times its p50",
                "at most 2 times",
                tail.median() <= 2);
    }

    private static double at(long[] nanos, double share) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) (sorted.length * share)] / 1e6;
    }

    /**
     * A draft in plain English: of words that were made up the model thinks that they all mean the same. It is about three
     * kinds of work at once, so that few are alike.
     */
    private InitiativeDraft arriving(int n) {
        SplittableRandom random = new SplittableRandom(n);
        List<List<String>> about = IntStream.range(0, 3)
                .mapToObj(i -> kinds.get(random.nextInt(kinds.size())))
                .toList();
        InitiativeDraft draft = corpus.draft(8_000_000 + n);
        return draft.withTitle(about.get(0).get(0) + " and " + about.get(1).get(0))
                .withSummary(about.get(0).get(1) + ".")
                .withProblem(about.get(0).get(2) + ". " + about.get(1).get(3) + ". "
                        + about.get(2).get(1) + ".")
                .withUsers(null)
                .withApproach(null);
    }

    /** New records are read and compared while the service answers. */
    void arrivals(Registry registry) throws Exception {
        Service service = registry.service();
        service.start(true);
        registry.settle();
        settled(service);
        Target get = new Reads(corpus, registry.size(), "/v1/initiatives", service.port()).get();
        Load.on(get, 20);
        Load.on(publishing(service, registry.admin(), WARM, WARMING), 1);
        settled(service);
        double before = Load.on(get, 5).perSecond();
        double bare = bare();
        long begun = System.nanoTime();
        Load.on(publishing(service, registry.admin(), 0, arrivals), 1);
        double during = Load.on(get, 5).perSecond();
        settled(service);
        double rate = arrivals / ((System.nanoTime() - begun) / 1e9);
        Table.Row row = new Table.Row(
                "new records read and compared",
                registry.size(),
                String.format("%.0f/s", rate),
                String.format("model %.0f/s", bare));
        table.add(row, String.format("%.2f of the model", rate / bare), "at least 0.50 of the model", rate >= bare / 2);
        table.add(
                new Table.Row("get by id meanwhile", registry.size(), String.format("%,.0f/s", during), ""),
                String.format("%.2f of %,.0f/s before", during / before, before),
                "at least 0.50 of before",
                during >= before / 2);
        service.stop();
    }

    /** What is published at one node reaches a second one on the same database. */
    void reach(Registry registry, Service second) throws Exception {
        registry.service().start(true);
        second.share(registry.service());
        second.start(true);
        settled(registry.service());
        List<InitiativeDraft> drafts = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            InitiativeDraft draft = arriving(REACHING + n);
            drafts.add(draft.withExternalId("a" + n));
            drafts.add(draft.withExternalId("b" + n).withOrganisation(Corpus.organisation(REACHING + n + 1)));
        }
        new Reach(registry.service().port(), second.port(), registry.admin()).measure(drafts, table, registry.size());
        second.stop();
        registry.service().stop();
    }

    private double bare() {
        long begun = System.nanoTime();
        IntStream.range(0, 200).parallel().forEach(n -> model.of(MadeMeanings.text(arriving(WARM + WARMING + n))));
        return 200 / ((System.nanoTime() - begun) / 1e9);
    }

    private Target publishing(Service service, String key, int from, int many) throws Exception {
        return Target.of("publish", number -> {
            Wire wire = new Wire(service.port());
            int[] next = {0};
            return () -> {
                while (next[0] < many / Target.CONNECTIONS) {
                    int n = from + next[0]++ * Target.CONNECTIONS + number;
                    wire.expect(200, Reads.publish(arriving(n), "new-" + n, key));
                }
            };
        });
    }

    /** Waits until nothing is left to be read or compared. */
    private static void settled(Service service) throws IOException, SQLException, InterruptedException {
        try (Connection connection = service.connect("registry");
                Statement statement = connection.createStatement()) {
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
            while (System.nanoTime() < deadline) {
                try (ResultSet waiting = statement.executeQuery("select (select count(*) from event_queue)"
                        + " + (select count(*) from meaning_queue) + (select count(*) from overlap_queue)")) {
                    waiting.next();
                    if (waiting.getLong(1) == 0) return;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            throw new IllegalStateException("not everything is compared");
        }
    }

    /** How the search among meanings grows, without anything around it. */
    void growth() {
        StringBuilder times = new StringBuilder("A search among meanings alone takes");
        for (int size : new int[] {10_000, 30_000, 100_000, 300_000}) {
            times.append(String.format("%s %.1f ms among %,d", size == 10_000 ? "" : ",", made.scan(size), size));
        }
        table.note(times + ".");
    }

    @Override
    public void close() {
        model.close();
    }
}

package org.councilregistry.bench;

import java.io.IOException;
import java.util.List;

/** Holds what was measured against the targets. */
final class Findings {
    /** The calls that are measured with more initiatives, too. */
    static final List<String> GROWN = List.of("get", "304", "list", "create", "update", "search", "overlap");

    private final Table table;
    private final Rounds rounds;
    private final int size;

    /** Reports on these rounds, among so many initiatives. */
    Findings(Table table, Rounds rounds, int size) {
        this.table = table;
        this.rounds = rounds;
        this.size = size;
    }

    /**
     * A call and what it is held against.
     *
     * @param title what people call it
     * @param call the service's target
     * @param ceiling the other target
     * @param of how the other one is called
     * @param aim the share that must be reached, or how many times as long it may take
     */
    private record Held(String title, String call, String ceiling, String of, double aim) {}

    /** The service beside its ceilings. */
    void first() {
        share(new Held("get by id", "get", "thin get", "thin", 0.70));
        share(new Held("get by id, 304", "304", "thin 304", "thin", 0.90));
        share(new Held("list page of 20, two filters", "list", "thin list", "thin", 0.65));
        share(new Held("create", "create", "raw create", "raw", 0.40));
        share(new Held("update", "update", "raw update", "raw", 0.50));
        share(new Held("unchanged publish", "publish", "thin get", "thin's get", 0.60));
        latency(new Held("search top 20, facets, highlights", "search", "lucene search", "lucene", 4));
        latency(new Held("overlap check", "overlap", "lucene alike", "lucene", 3));
        times(new Held("an initiative's page", "page", "get slug", "its API call", 2));
        times(new Held("the list of initiatives, searched", "discover", "search initiatives", "its API call", 2));
        table.note(String.format(
                "Events were sealed %.1f s after the last of the creates, %.1f s after the last update.",
                rounds.settled("create").median(), rounds.settled("update").median()));
        table.note(String.format(
                "The load itself took at most %.0f %% of the processors while it called thin or the service.",
                100 * rounds.ownShare(List.of("thin get", "thin 304", "thin list", "get", "304", "list"))));
    }

    /** The service with more initiatives, beside itself with fewer. */
    void grown() {
        share(own("get by id", "get", 0.8));
        share(own("get by id, 304", "304", 0.8));
        share(own("list page of 20, two filters", "list", 0.7));
        share(own("create", "create", 0.8));
        share(own("update", "update", 0.8));
        times(own("search top 20, facets, highlights", "search", 3));
        times(own("overlap check", "overlap", 5));
    }

    /** The service that counts calls beside the one that does not. */
    void limited() {
        share(new Held("get by id, with limits", "get limited", "get unlimited", "without", 0.90));
        share(new Held("create, with limits", "create limited", "create unlimited", "without", 0.90));
    }

    private static Held own(String title, String call, double aim) {
        return new Held(title, call + " large", call + " small", "its own with fewer", aim);
    }

    private void share(Held held) {
        Range share = rounds.ratio(held.call(), held.ceiling(), Sample::perSecond);
        String aim = String.format("at least %.2f of %s", held.aim(), held.of());
        add(held, share.shown(2), aim, share.median() >= held.aim());
    }

    private void times(Held held) {
        Range times = rounds.ratio(held.call(), held.ceiling(), Sample::p50);
        String aim = String.format("p50 at most %.0f x %s", held.aim(), held.of());
        add(held, times.shown(2), aim, times.median() <= held.aim());
    }

    private void latency(Held held) {
        Range bound = rounds.each(round -> bound(held, round));
        Range part = rounds.each(round -> rounds.of(held.call()).get(round).p50() / bound(held, round));
        String p50 = rounds.of(held.call(), Sample::p50).shown(2);
        String aim = String.format("p50 at most %.0f x lucene + thin = %.2f ms", held.aim(), bound.median());
        add(held, "p50 " + p50 + " ms: " + part.shown(2) + " of the target", aim, part.median() <= 1);
    }

    private double bound(Held held, int round) {
        double ceiling = rounds.of(held.ceiling()).get(round).p50();
        return held.aim() * ceiling + rounds.of("thin get").get(round).p50();
    }

    private void add(Held held, String measured, String aim, boolean reached) {
        Table.Row row = new Table.Row(
                held.title(), size, rounds.shown(held.call()), held.of() + " " + rounds.shown(held.ceiling()));
        List<String> refused = rounds.refused(held.call());
        if (refused.isEmpty()) {
            table.add(row, measured, aim, reached);
            return;
        }
        table.add(row, measured + "; " + refused.size() + " calls refused", aim + ", none refused", false);
        table.note(held.title() + ", refused: " + refused.get(0));
    }

    /** What the Java process holds after all that. */
    static void memory(Table table, Registry registry, int most) throws IOException {
        long resident = registry.service().resident();
        Table.Row row = new Table.Row("resident memory", registry.size(), "", "");
        table.add(row, resident + " MB", "at most " + most + " MB", resident <= most);
    }
}

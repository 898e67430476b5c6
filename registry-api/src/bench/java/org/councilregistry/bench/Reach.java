package org.councilregistry.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.councilregistry.schema.InitiativeDraft;

/** How soon what is published at one node stands in the answers of another, and in the pairs. */
final class Reach {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMES = 20;

    private final Wire here;
    private final Wire there;
    private final String key;

    /** Publishes at one port with this key, and asks at the other. */
    Reach(int here, int there, String key) throws IOException {
        this.here = new Wire(here);
        this.there = new Wire(there);
        this.key = key;
    }

    /** Publishes these drafts two by two: each pair is of two organisations that do the same. */
    void measure(List<InitiativeDraft> drafts, Table table, int records) throws Exception {
        List<Double> answers = new ArrayList<>();
        List<Double> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < drafts.size() && answers.size() < TIMES; i += 2) {
            InitiativeDraft draft = drafts.get(i + 1);
            String first = publish(drafts.get(i));
            String second = publish(draft);
            long published = System.nanoTime();
            answers.add(until(() -> checked(draft).contains(second), published));
            pairs.add(until(() -> similar(first).contains(second), published));
        }
        row("published, in another node's check", answers, table, records);
        row("published, a pair at another node", pairs, table, records);
    }

    private static void row(String what, List<Double> seconds, Table table, int records) {
        Range range = Range.of(seconds);
        double slowest = seconds.stream().mapToDouble(s -> s).max().orElse(Double.MAX_VALUE);
        Table.Row row = new Table.Row(what, records, "", "");
        table.add(row, range.shown(2) + " s", "each within 2 s", slowest <= 2);
    }

    private interface Asked {
        boolean yes() throws IOException;
    }

    private static double until(Asked asked, long since) throws IOException, InterruptedException {
        while (!asked.yes()) {
            if (System.nanoTime() - since > TimeUnit.SECONDS.toNanos(30)) break;
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return (System.nanoTime() - since) / 1e9;
    }

    private String publish(InitiativeDraft draft) throws IOException {
        here.expect(200, Reads.publish(draft, "reach-" + draft.externalId(), key));
        return JSON.readTree(here.text()).path("initiative").path("id").asText();
    }

    private String checked(InitiativeDraft draft) throws IOException {
        there.expect(200, Reads.check(draft, "/v1/overlaps/check?limit=50", authorised()));
        return ids(there.text());
    }

    private String authorised() {
        return "Authorization: Bearer " + key;
    }

    private String similar(String id) throws IOException {
        there.expect(200, Wire.get("/v1/initiatives/" + id + "/similar?limit=50", authorised()));
        return ids(there.text());
    }

    private static String ids(String answer) throws IOException {
        JsonNode all = JSON.readTree(answer);
        StringBuilder ids = new StringBuilder();
        for (JsonNode match : all.path(all.has("matches") ? "matches" : "items")) {
            ids.append(match.path("initiative").path("id").asText()).append(' ');
        }
        return ids.toString();
    }
}

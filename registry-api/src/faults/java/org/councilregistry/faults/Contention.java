package org.councilregistry.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.councilregistry.api.Http;
import org.councilregistry.schema.Organisation;

/** Eight editors at two nodes who all want the same: the same record to change, the same key to use. */
final class Contention {
    private static final int EDITORS = 8;
    private static final int RECORDS = 2;

    private final Scene scene;
    private final Organisation council;
    private final String key;
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicLong stored = new AtomicLong();

    Contention(Scene scene) {
        this.scene = scene;
        this.council = scene.council("Contended council");
        this.key = scene.editor(council);
    }

    /** Lets them go on until they have tried so often. */
    void into(Table table, int most) throws Exception {
        counters(table, most);
        keys(table, most / 40);
    }

    /** An editor at one of the nodes. */
    private Http editor(int number) {
        return new Http(scene.nodes().get(number % scene.nodes().size()).address(), key);
    }

    private void counters(Table table, int most) throws Exception {
        List<String> paths = new ArrayList<>();
        for (int r = 0; r < RECORDS; r++) {
            Http.Answer made =
                    editor(0).send("POST", "/v1/initiatives", draft("Counter " + r), idempotency(UUID.randomUUID()));
            paths.add("/v1/initiatives/" + made.json().path("id").asText());
        }
        together(editor -> {
            Http http = editor(editor);
            for (int n = editor; attempts.get() < most; n++) raise(http, paths.get(n % RECORDS));
            return null;
        });
        long counted = 0;
        for (String path : paths) counted += number(editor(0).get(path));
        table.note(String.format(
                "8 editors at two nodes tried %,d times to raise %d counters; %,d times they were told that they had,"
                        + " and the counters show %,d.",
                attempts.get(), RECORDS, stored.get(), counted));
        if (counted != stored.get()) table.fault((stored.get() - counted) + " updates were lost");
    }

    private void raise(Http http, String path) {
        Http.Answer read = http.get(path);
        String body = "{\"summary\":\"" + Writer.summary(number(read) + 1) + "\"}";
        Http.Answer answer = http.send("PATCH", path, body, "If-Match", read.header("ETag"));
        attempts.incrementAndGet();
        if (answer.status() == 200) stored.incrementAndGet();
        else if (answer.status() != 412) throw new IllegalStateException("an editor was answered " + answer.status());
    }

    private static int number(Http.Answer answer) {
        return Integer.parseInt(answer.json().path("summary").asText().replaceFirst("Number ", ""));
    }

    private String draft(String title) {
        return "{\"organisation\":\"" + council.slug() + "\",\"title\":\"" + title + "\",\"summary\":\""
                + Writer.summary(0) + "\",\"phase\":\"alpha\",\"state\":\"draft\"}";
    }

    private static String[] idempotency(UUID key) {
        return new String[] {"Idempotency-Key", key.toString()};
    }

    /** The same request with the same key, sent to both nodes by all at once. */
    private void keys(Table table, int most) throws Exception {
        int made = 0;
        for (int k = 0; k < most; k++) {
            UUID same = UUID.randomUUID();
            String body = draft("Key " + k);
            List<Integer> statuses = together(editor -> editor(editor)
                    .send("POST", "/v1/initiatives", body, idempotency(same))
                    .status());
            if (statuses.contains(201)) made++;
        }
        long there = scene.ask("select count(*) from initiatives where title like 'Key %'");
        table.note(String.format(
                "%,d requests were each sent 8 times at once to two nodes with one Idempotency-Key: %,d records.",
                most, there));
        if (there != most || made != most) table.fault(most + " keys made " + there + " records");
    }

    private interface Task<T> {
        T of(int editor) throws Exception;
    }

    private static <T> List<T> together(Task<T> task) throws Exception {
        ExecutorService editors = Executors.newFixedThreadPool(EDITORS);
        try {
            List<Callable<T>> work = new ArrayList<>();
            for (int e = 0; e < EDITORS; e++) {
                int editor = e;
                work.add(() -> task.of(editor));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : editors.invokeAll(work)) results.add(each.get());
            return results;
        } finally {
            editors.shutdown();
        }
    }
}

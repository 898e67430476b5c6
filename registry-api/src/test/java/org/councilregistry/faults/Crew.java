package org.councilregistry.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.councilregistry.schema.Organisation;

/** Writers of one council at work, and a probe beside them. */
public final class Crew implements AutoCloseable {
    private final Ledger ledger = new Ledger();
    private final Scene scene;
    private final Organisation council;
    private final long begun;
    private final Probe probe;
    private final List<Writer> writers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> deaths = new ConcurrentLinkedQueue<>();

    /** So many writers begin to write for a council of this name; each call has so many attempts. */
    public Crew(Scene scene, String name, int size, int attempts) {
        this.scene = scene;
        this.council = scene.council(name);
        this.begun = scene.ask("select coalesce(max(position), 0) from event_seals");
        String key = scene.editor(council);
        Writer.Desk desk = new Writer.Desk(scene.address(), council.slug(), key, attempts);
        for (int w = 0; w < size; w++) writers.add(new Writer(council.slug() + "-" + w, ledger, desk));
        probe = new Probe(scene.address(), council.slug(), key);
        writers.forEach(writer -> start(writer, "writer"));
        start(probe, "probe");
        ledger.measure();
    }

    private void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((t, e) -> deaths.add(name + " ended: " + e));
        threads.add(thread);
        thread.start();
    }

    /** What was acknowledged. */
    public Ledger ledger() {
        return ledger;
    }

    /** For whom is written. */
    public Organisation council() {
        return council;
    }

    /** How often the probe was answered 503 with Retry-After. */
    public int unavailable() {
        return probe.unavailable();
    }

    /** What no fault excuses. */
    public List<String> failures() {
        return Stream.concat(
                        Stream.concat(deaths.stream(), probe.failures().stream()),
                        writers.stream().flatMap(writer -> writer.failures().stream()))
                .toList();
    }

    /** Waits until so many more writes are acknowledged; at most a minute. */
    public void awaitWrites(int more) {
        long wanted = ledger.acknowledged() + more;
        Scene.until("writes are acknowledged", () -> ledger.acknowledged() >= wanted);
    }

    /** Lets everybody end. */
    @Override
    public void close() {
        writers.forEach(Writer::stop);
        probe.stop();
        try {
            for (Thread thread : threads) thread.join(TimeUnit.SECONDS.toMillis(60));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once everybody has ended and every event is sealed: holds the registry against the ledger. */
    public Verdict check() {
        Scene.until("the events are sealed", () -> scene.ask("select count(*) from event_queue") == 0);
        return new Check(ledger, scene.admin()).run(council.slug(), begun);
    }
}

package org.councilregistry.faults;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.InitiativeState;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.ProblemType;

/**
 * One council's system: registers drafts (POST with an Idempotency-Key), publishes under its own keys (PUT) and edits (PATCH
 * with If-Match), through the product's own client, and notes in the ledger what it was told.
 */
final class Writer implements Runnable {
    private static final int PUBLISHED = 5;
    private static final long REST = 200;
    private static final List<ProblemType> EXPECTED =
            List.of(ProblemType.UNAVAILABLE, ProblemType.READ_ONLY, ProblemType.OUTCOME_UNKNOWN);

    private final String name;
    private final Ledger ledger;
    private final String council;
    private final RegistryClient client;
    private final List<Ledger.Entry> drafts = new ArrayList<>();
    private final List<Ledger.Entry> published = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final SplittableRandom random = new SplittableRandom();
    private volatile boolean running = true;
    private int made;

    /** Where and for whom a writer writes, and how often the client tries. */
    record Desk(URI address, String council, String key, int attempts) {}

    Writer(String name, Ledger ledger, Desk desk) {
        this.name = name;
        this.ledger = ledger;
        this.council = desk.council();
        this.client = RegistryClient.builder(desk.address())
                .apiKey(desk.key())
                .attempts(desk.attempts())
                .build();
    }

    /** Lets it end after the write that is under way. */
    void stop() {
        running = false;
    }

    /** Answers that no fault excuses, and calls that failed although they were repeated. */
    Queue<String> failures() {
        return failures;
    }

    @Override
    public void run() {
        while (running) {
            int dice = random.nextInt(100);
            if (drafts.isEmpty() || dice < 70) register(page(drafts));
            else if (dice < 85) publish();
            else edit(drafts.get(random.nextInt(drafts.size())));
        }
    }

    private Ledger.Entry page(List<Ledger.Entry> pages) {
        Ledger.Entry entry = ledger.open(name + "-" + ++made, pages == drafts);
        pages.add(entry);
        return entry;
    }

    private void register(Ledger.Entry entry) {
        write(entry, number -> client.initiatives().register(draft(entry, number)));
        // a draft without an id can be neither edited nor told from another
        if (entry.id() == null) drafts.remove(entry);
    }

    private void publish() {
        Ledger.Entry entry = published.size() < PUBLISHED ? page(published) : published.get(random.nextInt(PUBLISHED));
        write(
                entry,
                number -> client.initiatives()
                        .publish(council, entry.name(), draft(entry, number).withState(null))
                        .initiative());
    }

    private void edit(Ledger.Entry entry) {
        UUID id = Objects.requireNonNull(entry.id());
        write(entry, number -> client.initiatives().edit(id, draft -> draft.withSummary(summary(number))));
    }

    private InitiativeDraft draft(Ledger.Entry entry, int number) {
        return InitiativeDraftBuilder.builder()
                .organisation(council)
                .title(entry.name())
                .summary(summary(number))
                .phase(Phase.ALPHA)
                .state(InitiativeState.DRAFT)
                .build();
    }

    static String summary(int number) {
        return "Number " + number;
    }

    static int number(Initiative record) {
        return Integer.parseInt(record.summary().substring("Number ".length()));
    }

    private interface Write {
        Initiative of(int number);
    }

    private void write(Ledger.Entry entry, Write write) {
        int number = entry.next();
        try {
            ledger.acknowledged(entry, number, write.of(number));
        } catch (RegistryException e) {
            // a repeated edit meets its own first attempt: the client says so, and leaves it to the caller to look
            boolean expected = e.problem().isEmpty() || EXPECTED.contains(e.type()) || e.mayHaveBeenApplied();
            if (!expected) failures.add(entry.name() + ": " + e.getMessage());
            Scene.pause(REST);
            if (!e.mayHaveBeenApplied()) {
                ledger.refused();
                return;
            }
            ledger.unknown(entry, number);
            if (entry.id() != null) look(entry, () -> client.initiatives().get(entry.id()));
        }
    }

    /** Reads the record, as whoever does not know what became of a change is told to. */
    private void look(Ledger.Entry entry, Supplier<Initiative> read) {
        try {
            Initiative record = read.get();
            int number = number(record);
            if (number != entry.kept() && entry.allows(number)) ledger.found(entry, number, record);
        } catch (RegistryException e) {
            if (e.problem().isPresent() && !EXPECTED.contains(e.type())) failures.add(entry.name() + ": " + e);
        }
    }
}

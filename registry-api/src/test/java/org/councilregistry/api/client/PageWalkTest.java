package org.councilregistry.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeState;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;

/** A walk through a long list while others write: nothing that was there all the time is missed, nothing met twice. */
class PageWalkTest {
    private static final int RECORDS = 450;

    private final RunningRegistry registry = RunningRegistry.shared();
    private final Organisation council = registry.council();
    private final RegistryClient client = RegistryClient.builder(registry.address())
            .apiKey(registry.key(Role.EDITOR, council))
            .build();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    private Initiative register(String title) {
        return client.initiatives().register(Clients.draft(council, title));
    }

    private Void edit(List<UUID> there) {
        for (int i = 0; !over.get(); i++) {
            String title = "Edited " + i;
            client.initiatives().edit(there.get(i * 37 % there.size()), d -> d.withTitle(title));
            writes.incrementAndGet();
        }
        return null;
    }

    private Void add() {
        for (int i = 0; !over.get(); i++) {
            register("New " + i);
            writes.incrementAndGet();
        }
        return null;
    }

    @Test
    void aWalkUnderConcurrentWritesMissesAndRepeatsNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<UUID>> first = IntStream.range(0, RECORDS)
                .mapToObj(i -> (Callable<UUID>) () -> register("Old " + i).id())
                .toList();
        List<UUID> there = new ArrayList<>();
        for (Future<UUID> made : threads.invokeAll(first)) there.add(made.get());
        Future<Void> editing = threads.submit(() -> edit(there));
        Future<Void> adding = threads.submit(this::add);
        try {
            for (int walk = 0; walk < 2; walk++) {
                List<UUID> met = new ArrayList<>();
                client.initiatives().all().organisation(council.slug()).state(InitiativeState.DRAFT).stream()
                        .forEach(initiative -> {
                            met.add(initiative.id());
                            if (met.size() % 100 == 0) awaitWrites(5);
                        });
                Set<UUID> once = new HashSet<>(met);
                assertThat(once).hasSameSizeAs(met).containsAll(there);
            }
        } finally {
            over.set(true);
        }
        editing.get(30, TimeUnit.SECONDS);
        adding.get(30, TimeUnit.SECONDS);
        threads.shutdown();
        assertThat(writes).hasValueGreaterThan(30);
    }

    private void awaitWrites(int more) {
        int wanted = writes.get() + more;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (writes.get() < wanted && System.nanoTime() < deadline) Eventually.pause();
    }
}

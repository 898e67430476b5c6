package org.councilregistry.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.client.CommandLine;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real inventories with all their faults: no owner, repeated keys, summaries of 7,500 characters, twins in two languages.
 * Each 80th row and the worst ones; with {@code -Dinventory.step=1} all of them.
 */
class RealInventoryTest {
    private static final int STEP = Integer.getInteger("inventory.step", 80);
    private static final List<String> WORST = List.of(
            "\"owner\": \"\"", "STB:TBD", "DOJ:DOJ-0357", "City of Montreal", "Ville de Montr\\u00e9al", "HM Revenue");

    @TempDir
    private Path folder;

    @Test
    void theInventoryIsImportedAndTheSecondTimeNothingChanges() throws IOException {
        List<String> rows = slice();
        Files.write(folder.resolve("inventory.jsonl"), rows);
        try (InputStream map = getClass().getResourceAsStream("inventory-map.yml")) {
            Files.copy(Objects.requireNonNull(map), folder.resolve("map.yml"));
        }
        try (RunningRegistry registry = RunningRegistry.own()) {
            CommandLine command = new CommandLine(registry, folder, registry.key(Role.SECTOR_ADMIN, null));
            String all = rows.size() + " rows";
            long start = System.nanoTime();
            CommandLine.Result first = command.imports("inventory.jsonl");
            long between = System.nanoTime();
            CommandLine.Result second = command.imports("inventory.jsonl");
            say(first, between - start);
            say(second, System.nanoTime() - between);
            assertThat(first.out())
                    .isEqualTo("created " + rows.size() + ", updated 0, unchanged 0, refused 0 of " + all);
            assertThat(second.out())
                    .isEqualTo("created 0, updated 0, unchanged " + rows.size() + ", refused 0 of " + all);
            nothingIsLost(rows, registry);
        }
    }

    private static List<String> slice() {
        List<String> all = new String(
                        SharedData.file("inventories/initiatives-normalised.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> slice = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i % STEP == 0 || worst(all.get(i))) slice.add(all.get(i));
        }
        return slice;
    }

    private static boolean worst(String row) {
        return row.length() > 6000 || WORST.stream().anyMatch(row::contains);
    }

    private static void say(CommandLine.Result result, long nanos) {
        if (STEP == 1) System.out.println(result.err() + result.out() + ": " + nanos / 1_000_000 + " ms");
    }

    private static void nothingIsLost(List<String> rows, RunningRegistry registry) {
        RegistryClient reader = RegistryClient.builder(registry.address()).build();
        List<Initiative> there = reader.initiatives().all().stream().toList();
        assertThat(there).hasSize(rows.size());
        assertThat(there).allMatch(Initiative::unclaimed);
        assertThat(there.stream().map(i -> i.organisation().name() + i.externalId()))
                .doesNotHaveDuplicates();
        assertThat(there).anyMatch(i -> i.problem() != null && i.problem().length() > 6000);
        assertThat(there).anyMatch(i -> i.organisation().name().equals("Owner not named"));
        assertThat(there).filteredOn(i -> i.externalId().contains("~")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(reader.search().initiatives("machine learning").page(5).total())
                .isPositive();
    }
}

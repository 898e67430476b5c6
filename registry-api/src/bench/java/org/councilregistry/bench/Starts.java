package org.councilregistry.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How long services take from their launch until they are ready, with data and without. */
final class Starts {
    private final List<Registry> registries;
    private final List<List<Double>> seconds = new ArrayList<>();
    private final List<Boolean> built = new ArrayList<>();

    private Starts(List<Registry> registries) {
        this.registries = registries;
    }

    /** Starts and stops all of them in turns, so many times; the first one is empty. */
    static Starts of(List<Registry> registries, int times) throws IOException {
        Starts starts = new Starts(registries);
        for (int i = 0; i < registries.size(); i++) {
            starts.seconds.add(new ArrayList<>());
            starts.built.add(false);
        }
        for (int time = 0; time < times; time++) {
            Progress.say(String.format("start %d of %d", time + 1, times));
            for (int i = 0; i < registries.size(); i++) {
                Service service = registries.get(i).service();
                starts.seconds.get(i).add(service.start());
                starts.built.set(i, starts.built.get(i) || service.built());
                service.stop();
            }
        }
        return starts;
    }

    /** Reports the registry with this number; its start may take so many seconds more than the empty one's. */
    void into(Table table, int number, int most) {
        List<Double> over = new ArrayList<>();
        for (int time = 0; time < seconds.get(0).size(); time++) {
            over.add(seconds.get(number).get(time) - seconds.get(0).get(time));
        }
        Range range = Range.of(over);
        boolean opened = !built.get(number);
        table.add(
                new Table.Row(
                        "warm start to ready",
                        registries.get(number).size(),
                        String.format("%.1f s", Range.of(seconds.get(number)).median()),
                        String.format("empty %.1f s", Range.of(seconds.get(0)).median())),
                range.shown(1) + " s over an empty one's, index " + (opened ? "opened" : "**rebuilt**"),
                "at most " + most + " s over an empty one's, index opened",
                range.median() <= most && opened);
    }
}

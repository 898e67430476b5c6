package org.councilregistry.client.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;

/** How far a long job has come: a line that renews itself on a terminal, now and then a line elsewhere. */
final class Progress {
    private static final long PAUSE = 5_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal = CommandLine.Help.Ansi.AUTO.enabled();
    private final int all;
    private final AtomicInteger done = new AtomicInteger();
    private long shown = System.nanoTime();

    Progress(PrintWriter out, int all) {
        this.out = out;
        this.all = all;
    }

    void one() {
        done.incrementAndGet();
    }

    void show() {
        if (!terminal && System.nanoTime() - shown < PAUSE) return;
        shown = System.nanoTime();
        String text = done.get() + " of " + all + " rows";
        if (terminal) out.print("\r" + text + "   ");
        else out.println(text);
        out.flush();
    }

    void done() {
        if (terminal) out.print("\r");
        out.flush();
    }
}

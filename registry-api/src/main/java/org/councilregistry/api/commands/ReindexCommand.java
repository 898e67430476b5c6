package org.councilregistry.api.commands;

import net.sourceforge.argparse4j.inf.Namespace;
import org.councilregistry.api.Wiring;

/** Builds the search index of this data folder anew, also while the service runs on it. */
public final class ReindexCommand extends RegistryCommand {
    /** The command {@code reindex}. */
    public ReindexCommand() {
        super("reindex", "builds the search index anew from the database");
    }

    @Override
    void run(Wiring wiring, Namespace arguments) throws Exception {
        wiring.searchProjection().rebuild(System.err::println);
        System.out.println("The search index is new.");
    }
}

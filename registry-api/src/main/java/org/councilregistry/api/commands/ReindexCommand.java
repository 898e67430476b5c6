package org.councilregistry.api.commands;

import net.sourceforge.argparse4j.inf.Namespace;
import org.councilregistry.api.Wiring;

/** Builds what is derived anew: the search index of this data folder, and the overlaps; also while the service runs. */
public final class ReindexCommand extends RegistryCommand {
    /** The command {@code reindex}. */
    public ReindexCommand() {
        super("reindex", "builds the search index and the overlaps anew from the database");
    }

    @Override
    void run(Wiring wiring, Namespace arguments) throws Exception {
        wiring.searchProjection().rebuild(System.err::println);
        System.out.println("The search index is new.");
        int again = wiring.overlapProjection().again();
        System.out.println("The service compares " + again + " initiatives again for overlaps.");
    }
}

package org.councilregistry.api.commands;

import java.nio.file.Path;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.councilregistry.api.Wiring;
import org.councilregistry.api.backups.Backup;
import org.councilregistry.api.backups.Manifest;

/** Saves everything in the database; also while the service runs. */
public final class BackupCommand extends RegistryCommand {
    /** The command {@code backup}. */
    public BackupCommand() {
        super("backup", "saves everything in the database into a folder, also while the service runs");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("folder").metavar("DIR").help("a folder that does not exist yet");
    }

    @Override
    void run(Wiring wiring, Namespace arguments) throws Exception {
        Path folder = Path.of(arguments.getString("folder"));
        Manifest saved = new Backup(wiring.address().target(), wiring.secrets()).into(folder, System.err::println);
        long rows = saved.tables().stream().mapToLong(Manifest.Saved::rows).sum();
        System.out.println(folder + " holds the state of " + saved.at() + ": "
                + saved.tables().size() + " tables, " + rows
                + " rows. Keep REGISTRY_SECRET with it, or its keys are of no use.");
    }
}

package org.councilregistry.api.commands;

import java.nio.file.Path;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.councilregistry.api.Wiring;
import org.councilregistry.api.backups.Manifest;
import org.councilregistry.api.backups.Restore;
import org.councilregistry.api.events.AuditCheck;

/** Puts a backup back into an empty database, and checks its log. */
public final class RestoreCommand extends RegistryCommand {
    /** The command {@code restore}. */
    public RestoreCommand() {
        super("restore", "puts a backup back into an empty database");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("folder").metavar("DIR").help("what backup has made");
    }

    @Override
    void run(Wiring wiring, Namespace arguments) throws Exception {
        Path folder = Path.of(arguments.getString("folder"));
        Manifest restored = new Restore(wiring.address().owner(), wiring.secrets()).from(folder, System.err::println);
        AuditCheck.Report report = new AuditCheck(wiring.databases()).run();
        if (report.fault() != null) {
            throw new IllegalStateException("Restored, but the log had been tampered with: " + report.fault());
        }
        System.out.println("The state of " + restored.at() + " is restored; its log of " + report.events()
                + " events is whole. The search index is built when the service starts.");
    }
}

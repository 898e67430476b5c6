package org.councilregistry.client.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's entry. */
@Command(
        name = "registry",
        description = "Publishes to the council registry from the command line.",
        subcommands = ImportCommand.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
    /** Runs a command and ends with its exit code: 0 done, 1 failed, 2 wrong use, 3 in part, 5 no access, 7 unreachable. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}

package org.councilregistry.api.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.councilregistry.api.Wiring;
import org.councilregistry.api.imports.ImportReport;

/** Imports a list that somebody else keeps, and says what it did. The same file again changes nothing. */
public final class ImportCommand extends RegistryCommand {
    private final Import work;

    private ImportCommand(String name, String description, Import work) {
        super(name, description);
        this.work = work;
    }

    /** An import of a file's bytes. */
    private interface Import {
        ImportReport run(Wiring wiring, byte[] file);
    }

    /** The command {@code import-organisations}. */
    public static ImportCommand organisations() {
        return new ImportCommand(
                "import-organisations",
                "imports councils and who replaced whom from mySociety's list of UK local authorities",
                (wiring, file) -> wiring.organisationImport().run(file, System.err::println));
    }

    /** The command {@code import-services}. */
    public static ImportCommand services() {
        return new ImportCommand(
                "import-services",
                "imports the list of services of local government; codes that were retired stay",
                (wiring, file) -> wiring.serviceImport().run(file, System.err::println));
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("csv").metavar("FILE.csv").help("the list, as CSV");
    }

    @Override
    void run(Wiring wiring, Namespace arguments) throws IOException {
        Path file = Path.of(arguments.getString("csv"));
        if (!Files.isReadable(file)) throw new IllegalArgumentException("There is no file " + file + " to be read.");
        ImportReport report = work.run(wiring, Files.readAllBytes(file));
        report.print(System.out);
        int refused = report.refused().size();
        if (refused > 0) {
            throw new IllegalStateException(
                    refused + (refused == 1 ? " row was" : " rows were") + " refused, for the reasons above; the others"
                            + " are there. Put them right in the file and run it again.");
        }
    }
}

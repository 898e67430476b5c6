package org.councilregistry.api.commands;

import io.dropwizard.core.setup.Bootstrap;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.councilregistry.api.Address;
import org.councilregistry.api.RegistryConfiguration;
import org.councilregistry.api.Wiring;
import org.councilregistry.api.platform.Migrations;

/** Looks after the database's schema. */
public final class DatabaseCommand extends RegistryCommand {
    /** The command {@code db}. */
    public DatabaseCommand() {
        super("db", "migrate: brings the schema up to date; status: what is to be done; rollback: takes changes back");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("task").choices("migrate", "status", "rollback").help("what to do");
        parser.addArgument("--count").type(Integer.class).setDefault(1).help("how many changes to take back");
    }

    @Override
    protected void run(
            Bootstrap<RegistryConfiguration> bootstrap, Namespace arguments, RegistryConfiguration configuration) {
        use(arguments, configuration);
        try (Address address = Address.of(configuration)) {
            run(address.migrations(), arguments);
        }
    }

    private static void run(Migrations migrations, Namespace arguments) {
        switch (arguments.getString("task")) {
            case "migrate" -> System.out.println(migrations.migrate() + " changes applied, the schema is up to date");
            case "rollback" -> {
                migrations.rollback(arguments.getInt("count"));
                System.out.println(arguments.getInt("count") + " changes taken back");
            }
            default -> {
                List<String> pending = migrations.pending();
                System.out.println(pending.isEmpty() ? "the schema is up to date" : "to be applied: " + pending);
            }
        }
    }

    @Override
    void run(Wiring wiring, Namespace arguments) {
        throw new IllegalStateException("this command opens the database itself");
    }
}

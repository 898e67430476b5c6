package org.councilregistry.api.commands;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.nio.file.Path;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.councilregistry.api.RegistryConfiguration;
import org.councilregistry.api.Wiring;
import org.councilregistry.api.platform.ProblemException;

/** A command that works on the database and ends. It works beside a running server, too. */
abstract class RegistryCommand extends ConfiguredCommand<RegistryConfiguration> {
    RegistryCommand(String name, String description) {
        super(name, description);
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        addData(parser);
    }

    @Override
    protected Argument addFileArgument(Subparser parser) {
        return addConfig(parser);
    }

    static Argument addConfig(Subparser parser) {
        return parser.addArgument("--config")
                .dest("file")
                .setDefault(BundledConfig.BUNDLED)
                .help("the settings; those that came with the service if absent");
    }

    static void addData(Subparser parser) {
        parser.addArgument("--data").help("the folder of the service's files; overrides REGISTRY_DATA");
    }

    static void use(Namespace arguments, RegistryConfiguration configuration) {
        String data = arguments.getString("data");
        if (data != null) configuration.dataFolder(Path.of(data));
    }

    @Override
    protected void run(
            Bootstrap<RegistryConfiguration> bootstrap, Namespace arguments, RegistryConfiguration configuration)
            throws Exception {
        Narration.toPeople();
        use(arguments, configuration);
        try (Wiring wiring = new Wiring(configuration)) {
            run(wiring, arguments);
        }
    }

    /** What an operator can put right is said in a line; what she cannot, with where it went wrong. */
    @Override
    public void onError(Cli cli, Namespace namespace, Throwable e) {
        if (e instanceof IllegalArgumentException || e instanceof IllegalStateException) {
            cli.getStdErr().println(e.getMessage());
        } else if (e instanceof ProblemException problem) {
            cli.getStdErr().println(problem.detail());
        } else {
            super.onError(cli, namespace, e);
        }
    }

    /** Does the work. */
    abstract void run(Wiring wiring, Namespace arguments) throws Exception;
}

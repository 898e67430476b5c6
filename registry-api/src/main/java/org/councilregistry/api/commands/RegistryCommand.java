package org.councilregistry.api.commands;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.net.BindException;
import java.nio.file.Path;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.councilregistry.api.RegistryConfiguration;
import org.councilregistry.api.Wiring;
import org.councilregistry.api.platform.ProblemException;
import org.jspecify.annotations.Nullable;

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
        String said = plain(e);
        if (said == null) super.onError(cli, namespace, e);
        else cli.getStdErr().println(said);
    }

    /** What an operator can put right, in a line; null for a fault of ours. */
    static @Nullable String plain(Throwable e) {
        if (e instanceof ProblemException problem) return problem.detail();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return "The port is in use, perhaps by another registry. Choose another one: --port N for the demonstration,"
                        + " REGISTRY_PORT and REGISTRY_ADMIN_PORT for the service.";
            }
        }
        return e instanceof IllegalArgumentException || e instanceof IllegalStateException ? e.getMessage() : null;
    }

    /** Does the work. */
    abstract void run(Wiring wiring, Namespace arguments) throws Exception;
}

package org.councilregistry.api.commands;

import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.councilregistry.api.RegistryConfiguration;

/** Runs the service. */
public class ServerCommand extends io.dropwizard.core.cli.ServerCommand<RegistryConfiguration> {
    /** Runs this application. */
    public ServerCommand(Application<RegistryConfiguration> application) {
        this(application, "server", "runs the service");
    }

    ServerCommand(Application<RegistryConfiguration> application, String name, String description) {
        super(application, name, description);
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        RegistryCommand.addData(parser);
    }

    @Override
    protected Argument addFileArgument(Subparser parser) {
        return RegistryCommand.addConfig(parser);
    }

    @Override
    protected void run(
            Bootstrap<RegistryConfiguration> bootstrap, Namespace arguments, RegistryConfiguration configuration)
            throws Exception {
        RegistryCommand.use(arguments, configuration);
        super.run(bootstrap, arguments, configuration);
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable e) {
        String said = RegistryCommand.plain(e);
        if (said == null) super.onError(cli, namespace, e);
        else cli.getStdErr().println(said);
    }
}

package org.councilregistry.api.commands;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.councilregistry.api.RegistryApplication;
import org.councilregistry.api.RegistryConfiguration;
import org.councilregistry.api.demo.DemoKeys;

/** Runs the service on the embedded database with data to look at, for whoever has a minute. */
public final class DemoCommand extends ServerCommand {
    private static final String FOLDER = "data/demo";

    private final RegistryApplication application;

    /** Runs this application. */
    public DemoCommand(RegistryApplication application) {
        super(application, "demo", "runs the service with demonstration data");
        this.application = application;
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("--port").type(Integer.class).setDefault(8080).help("where it is reached (8080)");
        parser.addArgument("--empty")
                .action(Arguments.storeTrue())
                .help("without councils and their work, with sector-wide keys only");
    }

    @Override
    protected void run(
            Bootstrap<RegistryConfiguration> bootstrap, Namespace arguments, RegistryConfiguration configuration)
            throws Exception {
        if (!configuration.database().url().isBlank()) {
            throw new IllegalStateException("The demonstration runs on the embedded database only: unset"
                    + " REGISTRY_DATABASE_URL, or run './registry server'.");
        }
        Narration.toPeople();
        configuration.withoutLimits();
        if (arguments.getString("data") == null) configuration.dataFolder(Path.of(FOLDER));
        reachedAt(configuration, arguments.getInt("port"));
        super.run(bootstrap, arguments, configuration);
        try {
            show(arguments, configuration);
        } catch (Exception e) {
            application.stop();
            throw e;
        }
    }

    private static void reachedAt(RegistryConfiguration configuration, int port) {
        DefaultServerFactory server = (DefaultServerFactory) configuration.getServerFactory();
        ((HttpConnectorFactory) server.getApplicationConnectors().get(0)).setPort(port);
        ((HttpConnectorFactory) server.getAdminConnectors().get(0)).setPort(0);
        LogbackAccessRequestLogFactory quiet = new LogbackAccessRequestLogFactory();
        quiet.setAppenders(List.of());
        server.setRequestLogFactory(quiet);
    }

    private void show(Namespace arguments, RegistryConfiguration configuration) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + application.port());
        DemoKeys keys = application
                .wiring()
                .demo(System.err::println)
                .fill(configuration.dataFolder(), address, arguments.getBoolean("empty"));
        while (!application.wiring().searchable()) TimeUnit.MILLISECONDS.sleep(50);
        System.out.println("ready: " + keys.baseUrl());
        System.out.println(
                """

                Try:
                  curl '%1$s/v1/search?q=missed+bin'
                  curl -H 'Content-Type: application/json' -d '{"title": "Report a missed bin"}' %1$s/v1/overlaps/check
                  curl -H "Authorization: Bearer $KEY" %1$s/v1/whoami      # with a key of %2$s

                Ctrl-C ends it; a second start keeps data and keys.""".formatted(keys.baseUrl(), configuration.dataFolder().resolve("demo-keys.json")));
    }
}

package org.councilregistry.api;

import com.codahale.metrics.Gauge;
import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.lifecycle.Managed;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.councilregistry.api.checkpoints.CheckpointDao;
import org.councilregistry.api.checkpoints.CheckpointKey;
import org.councilregistry.api.checkpoints.CheckpointResource;
import org.councilregistry.api.checkpoints.Checkpoints;
import org.councilregistry.api.commands.BackupCommand;
import org.councilregistry.api.commands.BundledConfig;
import org.councilregistry.api.commands.CreateKeyCommand;
import org.councilregistry.api.commands.DatabaseCommand;
import org.councilregistry.api.commands.DemoCommand;
import org.councilregistry.api.commands.ImportCommand;
import org.councilregistry.api.commands.ReindexCommand;
import org.councilregistry.api.commands.RestoreCommand;
import org.councilregistry.api.commands.ServerCommand;
import org.councilregistry.api.commands.VerifyAuditCommand;
import org.councilregistry.api.components.ComponentResource;
import org.councilregistry.api.contract.ContractResource;
import org.councilregistry.api.erasures.ErasureResource;
import org.councilregistry.api.events.EventLog;
import org.councilregistry.api.events.EventResource;
import org.councilregistry.api.exports.ExportResource;
import org.councilregistry.api.health.AdminHealthCheck;
import org.councilregistry.api.health.DatabaseReady;
import org.councilregistry.api.health.HealthResource;
import org.councilregistry.api.health.IndexReady;
import org.councilregistry.api.initiatives.InitiativePartDao;
import org.councilregistry.api.initiatives.InitiativePartResource;
import org.councilregistry.api.initiatives.InitiativeResource;
import org.councilregistry.api.initiatives.InitiativeStepResource;
import org.councilregistry.api.initiatives.PublishResource;
import org.councilregistry.api.limits.Guesses;
import org.councilregistry.api.limits.LimitFilter;
import org.councilregistry.api.limits.Limits;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.organisations.OrganisationResource;
import org.councilregistry.api.outcomes.InitiativeOutcomeResource;
import org.councilregistry.api.outcomes.OutcomeResource;
import org.councilregistry.api.overlaps.Detector;
import org.councilregistry.api.overlaps.OverlapResource;
import org.councilregistry.api.overlaps.SimilarComponentResource;
import org.councilregistry.api.pairs.OverlapPairResource;
import org.councilregistry.api.pairs.OverlapReportResource;
import org.councilregistry.api.pairs.SimilarResource;
import org.councilregistry.api.platform.Bodies;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.EntityFilter;
import org.councilregistry.api.platform.Entrance;
import org.councilregistry.api.platform.Lengths;
import org.councilregistry.api.platform.Operations;
import org.councilregistry.api.platform.Params;
import org.councilregistry.api.platform.ProblemMapper;
import org.councilregistry.api.platform.Problems;
import org.councilregistry.api.platform.RequestIds;
import org.councilregistry.api.search.SearchResource;
import org.councilregistry.api.services.ServiceResource;
import org.councilregistry.api.successions.SuccessionResource;
import org.councilregistry.api.whoami.Authentication;
import org.councilregistry.api.whoami.Credentials;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The composition root: a line or three a feature. */
public final class RegistryApplication extends Application<RegistryConfiguration> {
    private final Supplier<Detector> detector;
    private @Nullable Wiring wiring;
    private @Nullable Server server;

    /** The service as it is released. */
    public RegistryApplication() {
        this(Detector::ofRelease);
    }

    /** The service, scoring overlap as this detector says. */
    public RegistryApplication(Supplier<Detector> detector) {
        this.detector = detector;
    }

    /** Runs a command; without one, says which there are. */
    public static void main(String[] args) throws Exception {
        new RegistryApplication().run(args.length == 0 ? new String[] {"--help"} : args);
    }

    @Override
    protected void addDefaultCommands(Bootstrap<RegistryConfiguration> bootstrap) {
        bootstrap.addCommand(new ServerCommand(this));
        bootstrap.addCommand(new DatabaseCommand());
        bootstrap.addCommand(new CreateKeyCommand());
        bootstrap.addCommand(new VerifyAuditCommand());
        bootstrap.addCommand(new ReindexCommand());
        bootstrap.addCommand(new BackupCommand());
        bootstrap.addCommand(new RestoreCommand());
        bootstrap.addCommand(new DemoCommand(this));
        bootstrap.addCommand(ImportCommand.organisations());
        bootstrap.addCommand(ImportCommand.services());
    }

    @Override
    public String getName() {
        return "council-registry";
    }

    @Override
    public void initialize(Bootstrap<RegistryConfiguration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(
                new SubstitutingSourceProvider(new BundledConfig(), new EnvironmentVariableSubstitutor(false)));
    }

    @Override
    public void run(RegistryConfiguration configuration, Environment environment) {
        Wiring wiring = new Wiring(configuration, detector.get());
        this.wiring = wiring;
        wiring.people.issuers.check(wiring.organisations.lookup());
        wiring.stopDatabaseLast();
        environment.lifecycle().addServerLifecycleListener(started -> {
            server = started;
            started.setErrorHandler(new Problems());
        });
        environment.lifecycle().manage(closing(wiring));
        environment.lifecycle().manage(wiring.index);
        environment.lifecycle().manage(new Checkpoints(wiring.databases, new CheckpointKey(wiring.secrets)));
        environment.lifecycle().manage(wiring.projection);
        environment.lifecycle().manage(wiring.boilerplate);
        environment.lifecycle().manage(wiring.meanings);
        environment.lifecycle().manage(wiring.overlapProjection);
        environment.lifecycle().manage(wiring.people.keyExpiry);
        // ends first, so that nobody waits for its events
        environment.lifecycle().manage(wiring.sealer);
        platform(environment, wiring, configuration);
        JerseyEnvironment jersey = environment.jersey();
        jersey.register(new SuccessionResource(wiring.successionDao, wiring.organisations.lookup(), wiring.cursors));
        jersey.register(wiring.people.keys(wiring.cursors));
        jersey.register(wiring.people.members(wiring.cursors));
        jersey.register(wiring.people.joining(wiring.cursors));
        CheckpointDao checkpoints = wiring.databases.read(CheckpointDao.class);
        jersey.register(new EventResource(
                wiring.eventDao, wiring.sealer, checkpoints, wiring.people.credentials::requireStanding));
        jersey.register(new CheckpointResource(checkpoints, wiring.cursors));
        jersey.register(new ContractResource());
        jersey.register(new SearchResource(wiring.searcher));
        jersey.register(new OverlapResource(wiring.overlaps));
        jersey.register(new OverlapPairResource(new OverlapPairResource.Parts(
                wiring.pairs, wiring.pairDao, wiring.eventDao, wiring.organisations.lookup(), wiring.cursors)));
        jersey.register(new SimilarResource(wiring.pairDao));
        jersey.register(new SimilarComponentResource(wiring.similarComponents));
        jersey.register(new OverlapReportResource(wiring.pairDao));
        jersey.register(new ServiceResource(wiring.serviceDao, wiring.eventDao, wiring.cursors));
        jersey.register(new ErasureResource(wiring.erasures));
        Pages pages = new Pages(wiring, configuration);
        pages.register(environment);
        work(jersey, wiring, pages);
        jersey.register(new ExportResource(
                wiring.initiativeDao, wiring.componentDao, wiring.organisationDao, new EventLog(wiring.databases)));
        health(environment, wiring);
    }

    private static void health(Environment environment, Wiring wiring) {
        List<HealthResource.Part> parts = List.of(
                new DatabaseReady(wiring.databases), new IndexReady(wiring.index::ready, wiring.index::progress));
        environment.jersey().register(new HealthResource(parts));
        parts.forEach(part -> environment.healthChecks().register(part.check().name(), new AdminHealthCheck(part)));
        environment.metrics().registerGauge("meanings.waiting", waiting(wiring.meanings::waiting));
        environment.metrics().registerGauge("overlaps.waiting", waiting(wiring.overlapProjection::waiting));
        PrometheusRegistry metrics = new PrometheusRegistry();
        DropwizardExports.builder().dropwizardRegistry(environment.metrics()).register(metrics);
        environment
                .admin()
                .addServlet("metrics-prometheus", new PrometheusMetricsServlet(metrics))
                .addMapping("/metrics/prometheus");
    }

    /** How many wait; -1 where the database does not say. */
    private static Gauge<Long> waiting(LongSupplier count) {
        return () -> {
            try {
                return count.getAsLong();
            } catch (JdbiException e) {
                return -1L;
            }
        };
    }

    private static void work(JerseyEnvironment jersey, Wiring wiring, Pages pages) {
        OrganisationLookup lookup = wiring.organisations.lookup();
        InitiativePartDao phases = wiring.databases.read(InitiativePartDao.class);
        OrganisationResource organisations =
                new OrganisationResource(wiring.organisations, wiring.organisationDao, wiring.eventDao, wiring.cursors);
        jersey.register(organisations);
        jersey.register(pages.beside(organisations));
        InitiativeResource initiatives = new InitiativeResource(new InitiativeResource.Parts(
                wiring.initiatives,
                wiring.initiativeReader,
                wiring.initiativeDao,
                wiring.eventDao,
                lookup,
                wiring.cursors));
        jersey.register(initiatives);
        jersey.register(pages.beside(initiatives));
        jersey.register(new InitiativeStepResource(wiring.initiatives, wiring.publishing));
        jersey.register(new InitiativePartResource(wiring.initiatives, wiring.initiativeDao, phases));
        jersey.register(new PublishResource(wiring.publishing, wiring.initiatives, lookup));
        ComponentResource components = new ComponentResource(new ComponentResource.Parts(
                wiring.components, wiring.componentDao, wiring.eventDao, lookup, wiring.cursors));
        jersey.register(components);
        jersey.register(pages.beside(components));
        jersey.register(new OutcomeResource(new OutcomeResource.Parts(
                wiring.outcomes, wiring.outcomeDao, wiring.eventDao, lookup, wiring.cursors)));
        jersey.register(new InitiativeOutcomeResource(wiring.outcomes, wiring.outcomeDao, wiring.cursors));
    }

    private static void platform(Environment environment, Wiring wiring, RegistryConfiguration configuration) {
        Limits limits = configuration.limits();
        environment
                .servlets()
                .addFilter("requestIds", new RequestIds())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        environment.getApplicationContext().setErrorHandler(new Problems());
        JerseyEnvironment jersey = environment.jersey();
        jersey.property("jersey.config.server.headers.location.relative.resolution.disabled", true);
        Credentials credentials = wiring.people.credentials;
        jersey.register(wiring.people.whoami());
        Authentication authentication = new Authentication(credentials, new Guesses(wiring.limiter, limits));
        environment
                .lifecycle()
                .addEventListener(
                        new Entrance(configuration.proxies(), authentication::coordinates, wiring.sealer::dismiss));
        jersey.register(authentication);
        if (limits.enabled()) {
            environment.lifecycle().manage(wiring.limiter);
            LimitFilter filter = new LimitFilter(wiring.limiter, limits);
            jersey.register(filter);
            jersey.register(filter.unchanged());
        }
        jersey.register(new AuthValueFactoryProvider.Binder<>(Caller.class));
        jersey.register(new Operations());
        jersey.register(new Params());
        jersey.register(new Bodies());
        jersey.register(new EntityFilter(InstantSource.system(), credentials::requireStanding));
        jersey.register(new Lengths());
        jersey.register(new ProblemMapper.Http());
        jersey.register(new ProblemMapper.Refused());
        jersey.register(new ProblemMapper.Any());
    }

    /** The parts of the running service. */
    public Wiring wiring() {
        return Objects.requireNonNull(wiring, "the service has not started");
    }

    /** The port at which the running service is reached. */
    public int port() {
        Server running = Objects.requireNonNull(server, "the service has not started");
        return ((ServerConnector) running.getConnectors()[0]).getLocalPort();
    }

    /** Stops the running service, letting requests end. */
    public void stop() throws Exception {
        Objects.requireNonNull(server, "the service has not started").stop();
    }

    private static Managed closing(Wiring wiring) {
        return new Managed() {
            @Override
            public void stop() {
                wiring.close();
            }
        };
    }
}

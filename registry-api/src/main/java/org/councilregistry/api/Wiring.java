package org.councilregistry.api;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.councilregistry.api.boilerplate.Boilerplate;
import org.councilregistry.api.components.ComponentDao;
import org.councilregistry.api.components.ComponentService;
import org.councilregistry.api.demo.Demo;
import org.councilregistry.api.erasures.ErasureService;
import org.councilregistry.api.events.EventDao;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.events.Sealer;
import org.councilregistry.api.imports.OrganisationImport;
import org.councilregistry.api.imports.ServiceImport;
import org.councilregistry.api.initiatives.InitiativeChecks;
import org.councilregistry.api.initiatives.InitiativeContacts;
import org.councilregistry.api.initiatives.InitiativeDao;
import org.councilregistry.api.initiatives.InitiativeReader;
import org.councilregistry.api.initiatives.InitiativeService;
import org.councilregistry.api.initiatives.PublishService;
import org.councilregistry.api.keys.KeyService;
import org.councilregistry.api.limits.Limiter;
import org.councilregistry.api.meanings.ComparedText;
import org.councilregistry.api.meanings.Meanings;
import org.councilregistry.api.organisations.OrganisationDao;
import org.councilregistry.api.organisations.OrganisationService;
import org.councilregistry.api.outcomes.OutcomeDao;
import org.councilregistry.api.outcomes.OutcomeService;
import org.councilregistry.api.overlaps.Comparison;
import org.councilregistry.api.overlaps.ComponentTextDao;
import org.councilregistry.api.overlaps.Detector;
import org.councilregistry.api.overlaps.OverlapChecker;
import org.councilregistry.api.overlaps.OverlapDao;
import org.councilregistry.api.overlaps.SimilarComponents;
import org.councilregistry.api.overlaps.StoredComparison;
import org.councilregistry.api.overlaps.StoredNames;
import org.councilregistry.api.pairs.OverlapProjection;
import org.councilregistry.api.pairs.PairDao;
import org.councilregistry.api.pairs.PairFinder;
import org.councilregistry.api.pairs.PairService;
import org.councilregistry.api.pairs.Registration;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Cursor;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Pool;
import org.councilregistry.api.platform.Secrets;
import org.councilregistry.api.search.Candidates;
import org.councilregistry.api.search.SearchDao;
import org.councilregistry.api.search.SearchIndex;
import org.councilregistry.api.search.SearchProjection;
import org.councilregistry.api.search.Searcher;
import org.councilregistry.api.services.ServiceDao;
import org.councilregistry.api.services.ServiceLookup;
import org.councilregistry.api.services.ServiceService;
import org.councilregistry.api.successions.SuccessionDao;
import org.councilregistry.api.successions.SuccessionService;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeState;
import org.councilregistry.schema.Match;
import org.jdbi.v3.core.Handle;

/** The service without its HTTP side: what the server and the commands share. Plain {@code new}, in order. */
public final class Wiring implements AutoCloseable {
    private final Address address;
    private final Pool pool;
    private final ZoneId zone;

    final Databases databases;
    final Secrets secrets;
    final Cursor cursors;
    final Limiter limiter;
    final EventService events = new EventService();
    final EventDao eventDao;
    final Sealer sealer;
    final OrganisationDao organisationDao;
    final OrganisationService organisations;
    final SuccessionDao successionDao;
    final SuccessionService successions;
    final People people;
    final SearchIndex index;
    final SearchProjection projection;
    final Searcher searcher;
    final Boilerplate boilerplate;
    final Meanings meanings;
    final Comparison comparison;
    final OverlapChecker overlaps;
    final SimilarComponents similarComponents;
    final PairDao pairDao;
    final PairService pairs;
    final OverlapProjection overlapProjection;
    final ServiceDao serviceDao;
    final ServiceService services;
    final ServiceLookup serviceLookup;
    final InitiativeDao initiativeDao;
    final InitiativeReader initiativeReader;
    final InitiativeService initiatives;
    final PublishService publishing;
    final ComponentDao componentDao;
    final ComponentService components;
    final OutcomeDao outcomeDao;
    final OutcomeService outcomes;
    final ErasureService erasures;

    /** Opens the database, brings it up to date and puts the services together. */
    public Wiring(RegistryConfiguration configuration) {
        this(configuration, Detector.ofRelease());
    }

    /** The same, scoring overlap as this detector says. */
    public Wiring(RegistryConfiguration configuration, Detector detector) {
        secrets = new Secrets(SecretFile.of(configuration));
        zone = configuration.zone();
        address = Address.of(configuration);
        address.migrations().migrate();
        pool = new Pool(Pool.to(address.target(), configuration.database().connections(), configuration.zone()));
        databases = new Databases(pool.dataSource());
        cursors = new Cursor(secrets);
        limiter = new Limiter(databases);
        eventDao = databases.read(EventDao.class);
        sealer = new Sealer(databases);
        organisationDao = databases.read(OrganisationDao.class);
        SearchDao searchDao = databases.read(SearchDao.class);
        index = new SearchIndex(configuration.dataFolder().resolve("index"), searchDao);
        organisations = new OrganisationService(
                databases, events, record -> index.changed("organisation", record.id(), record.version()));
        successionDao = databases.read(SuccessionDao.class);
        successions = new SuccessionService(events);
        people = new People(
                configuration.issuers(), databases, new People.Parts(events, secrets, organisations.lookup()));
        serviceDao = databases.read(ServiceDao.class);
        services = new ServiceService(events);
        serviceLookup = new ServiceLookup(serviceDao);
        projection = new SearchProjection(databases, index, sealer);
        searcher = new Searcher(index, searchDao, serviceLookup, cursors);
        boilerplate = new Boilerplate(databases, Wiring::compareAgain);
        meanings = new Meanings(
                databases,
                new Meanings.Parts(detector.centre(), configuration.meanings(), this::compared, this::learnt));
        OverlapDao overlapDao = databases.read(OverlapDao.class);
        Candidates candidates = new Candidates(index);
        comparison = new Comparison(new Comparison.Parts(candidates, overlapDao, meanings, boilerplate), detector);
        overlaps = new OverlapChecker(new OverlapChecker.Parts(
                comparison, overlapDao, organisations.lookup(), serviceLookup, serviceDao, meanings.kinds(), detector));
        similarComponents = overlaps.components(candidates, databases.read(ComponentTextDao.class));
        pairDao = databases.read(PairDao.class);
        pairs = new PairService(databases, events);
        overlapProjection = new OverlapProjection(new OverlapProjection.Parts(
                databases,
                events,
                sealer,
                pairFinder(),
                () -> index.ready() && meanings.ready() && !meanings.renewing() && boilerplate.ready(),
                index::met));
        InitiativeChecks checks = new InitiativeChecks(
                organisations.lookup(), serviceLookup::check, InstantSource.system(), configuration.zone());
        initiativeDao = databases.read(InitiativeDao.class);
        initiativeReader = new InitiativeReader(initiativeDao);
        outcomeDao = databases.read(OutcomeDao.class);
        outcomes = new OutcomeService(databases, events, InstantSource.system(), configuration.zone());
        initiatives = new InitiativeService(
                databases,
                events,
                checks,
                this::written,
                new InitiativeService.Belongings(outcomes::redact, outcomes::follow));
        publishing = new PublishService(databases, checks, initiatives, new Registration(databases, this::matches));
        componentDao = databases.read(ComponentDao.class);
        components = new ComponentService(new ComponentService.Parts(
                databases,
                events,
                organisations.lookup(),
                serviceLookup,
                record -> index.changed("component", record.id(), record.version())));
        erasures = new ErasureService(databases, events, List.of(new InitiativeContacts(events)::erase, people::erase));
    }

    /** Lets running requests end before an embedded database is stopped with the process. */
    void stopDatabaseLast() {
        if (address.embedded() != null) address.embedded().endLast(Duration.ofSeconds(12));
    }

    /** The database. */
    public Databases databases() {
        return databases;
    }

    /** Nothing is derived from a draft. */
    private void written(Initiative record) {
        if (record.state() != InitiativeState.DRAFT) index.changed("initiative", record.id(), record.version());
    }

    /** Work of others that looks alike; none while the index is not ready, because a publish never waits for it. */
    private List<Match> matches(Caller caller, Initiative record) {
        return index.ready() ? overlaps.matches(caller, record) : List.of();
    }

    /** What of a text is compared, by all that is known to be boilerplate now. */
    private UnaryOperator<ComparedText> compared() {
        boilerplate.refresh();
        return boilerplate::without;
    }

    private static void compareAgain(Handle tx, List<UUID> initiatives) {
        Meanings.again(tx, initiatives);
        OverlapProjection.again(tx, initiatives);
    }

    /** What another node has computed was not there when this one compared. */
    private void learnt(List<UUID> initiatives) {
        databases.inTransaction(tx -> {
            OverlapProjection.again(tx, initiatives);
            return initiatives;
        });
    }

    /** Finds the pairs that are kept. */
    private PairFinder pairFinder() {
        OverlapDao dao = databases.read(OverlapDao.class);
        return new StoredComparison(comparison, dao, meanings.kinds(), new StoredNames(serviceLookup, dao));
    }

    /** Keeps the pairs of all initiatives. */
    public OverlapProjection overlapProjection() {
        return overlapProjection;
    }

    /** The one secret, and what is derived from it. */
    public Secrets secrets() {
        return secrets;
    }

    /** Where the database is. */
    public Address address() {
        return address;
    }

    /** Whether searches see everything. */
    public boolean searchable() {
        return index.ready();
    }

    /** Whether overlap is found by everything that is registered. */
    public boolean comparable() {
        return index.ready() && meanings.complete();
    }

    /** Fills an empty registry with data to look at. */
    public Demo demo(Consumer<String> progress) {
        return new Demo(
                new Demo.Parts(
                        organisationImport(),
                        serviceImport(),
                        publishing,
                        components,
                        componentDao,
                        outcomes,
                        outcomeDao,
                        organisations.lookup(),
                        people.keys),
                progress);
    }

    /** Keeps the search index of this node. */
    public SearchProjection searchProjection() {
        return projection;
    }

    /** Registers organisations. */
    public OrganisationService organisations() {
        return organisations;
    }

    /** Makes keys. */
    public KeyService keys() {
        return people.keys;
    }

    /** Imports councils. */
    public OrganisationImport organisationImport() {
        return new OrganisationImport(databases, organisations, successions, () -> LocalDate.now(zone));
    }

    /** Imports the vocabulary of services. */
    public ServiceImport serviceImport() {
        return new ServiceImport(databases, services);
    }

    @Override
    public void close() {
        pool.close();
        address.close();
    }
}

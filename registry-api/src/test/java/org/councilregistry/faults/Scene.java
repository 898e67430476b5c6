package org.councilregistry.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.councilregistry.api.Http;
import org.councilregistry.api.ServiceProcess;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.keys.Granting;
import org.councilregistry.api.keys.KeyService;
import org.councilregistry.api.organisations.OrganisationDao;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.EmbeddedPostgres;
import org.councilregistry.api.platform.Migrations;
import org.councilregistry.api.platform.Pool;
import org.councilregistry.api.platform.Secrets;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.KeyDraft;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationDraftBuilder;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.Role;

/**
 * A database with a network before it, one or more services in processes of their own, and a load balancer before them that
 * sends to those that say they are ready.
 */
public final class Scene implements AutoCloseable {
    private static final String SECRET = "one secret for all nodes of the faults";

    private final Path top;
    private final Path data;
    private final List<String> flags;
    private final EmbeddedPostgres database;
    private final Relay network;
    private final Relay balancer;
    private final List<ServiceProcess> nodes = new CopyOnWriteArrayList<>();
    private final Thread watch = new Thread(this::watch, "balancer-watch");
    private volatile List<Integer> ready = List.of();
    private volatile boolean open = true;
    private final RegistryClient admin;

    /** Opens the database in a folder, and so many nodes on it, with these flags of the virtual machine. */
    public Scene(Path top, Path data, int nodes, List<String> flags) throws Exception {
        this.top = top;
        this.data = data;
        this.flags = flags;
        this.database = EmbeddedPostgres.open(data);
        int port = URI.create(database.url().substring("jdbc:".length())).getPort();
        this.network = new Relay(() -> List.of(port));
        this.balancer = new Relay(this::turn);
        for (int n = 0; n < nodes; n++) this.nodes.add(node(n));
        for (ServiceProcess node : this.nodes) node.awaitReady();
        watch.setDaemon(true);
        watch.start();
        until("the balancer has seen all", this::complete);
        admin = client(key());
    }

    /** A sector administrator's, as the command makes it. */
    private String key() {
        try (Pool pool = new Pool(Pool.to(target(), 1, ZoneId.of("Europe/London")))) {
            Databases databases = new Databases(pool.dataSource());
            OrganisationLookup organisations = new OrganisationLookup(databases.read(OrganisationDao.class));
            KeyService keys =
                    new KeyService(databases, new EventService(), new Granting(organisations), new Secrets(SECRET));
            KeyDraft draft = new KeyDraft("faults", Role.SECTOR_ADMIN, null, null);
            return String.valueOf(keys.create(Caller.system("faults"), draft).secret());
        }
    }

    private ServiceProcess node(int number) throws IOException {
        Path folder = Files.createDirectories(top.resolve("node-" + number));
        Map<String, String> environment = new HashMap<>();
        environment.put("REGISTRY_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + network.port() + "/registry");
        environment.put("REGISTRY_DATABASE_USER", EmbeddedPostgres.SERVICE);
        environment.put("REGISTRY_DATABASE_PASSWORD", database.password());
        environment.put("REGISTRY_DATABASE_OWNER", database.user());
        environment.put("REGISTRY_DATABASE_OWNER_PASSWORD", database.password());
        environment.put("REGISTRY_SECRET", SECRET);
        environment.put("REGISTRY_MEANINGS", "false");
        environment.put("REGISTRY_LIMITS_ENABLED", "false");
        environment.put("MALLOC_ARENA_MAX", "2");
        return new ServiceProcess(folder, flags, environment);
    }

    private void watch() {
        while (open) {
            List<Integer> now = new ArrayList<>();
            for (ServiceProcess node : nodes) {
                if (isReady(node.address())) now.add(node.address().getPort());
            }
            ready = now;
            pause(50);
        }
    }

    private static boolean isReady(URI address) {
        try {
            return new Http(address, null).get("/readyz").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Those that are ready, in another order each time. */
    private List<Integer> turn() {
        List<Integer> shuffled = new ArrayList<>(ready);
        Collections.shuffle(shuffled);
        return shuffled;
    }

    /** The nodes. */
    public List<ServiceProcess> nodes() {
        return nodes;
    }

    /** The network between the nodes and the database. */
    public Relay network() {
        return network;
    }

    /** Where callers reach the one node, or whichever is ready. */
    public URI address() {
        if (nodes.size() == 1) return nodes.get(0).address();
        return URI.create("http://127.0.0.1:" + balancer.port());
    }

    /** Whether the balancer sends to all nodes. */
    public boolean complete() {
        return ready.size() == nodes.size();
    }

    /** The database, around the network. */
    public Migrations.Target target() {
        return new Migrations.Target(database.url(), database.user(), database.password());
    }

    /** A sector administrator. */
    public RegistryClient admin() {
        return admin;
    }

    /** A client with this key. */
    public RegistryClient client(String key) {
        return RegistryClient.builder(address()).apiKey(key).attempts(6).build();
    }

    /** A new council with this name. */
    public Organisation council(String name) {
        return admin.organisations()
                .register(OrganisationDraftBuilder.builder()
                        .name(name)
                        .kind(OrganisationKind.UNITARY)
                        .build());
    }

    /** A new key of an editor of this council. */
    public String editor(Organisation council) {
        return String.valueOf(admin.keys()
                .create(new KeyDraft("faults", Role.EDITOR, council.slug(), null))
                .secret());
    }

    /** A connection to the database itself, around the network. */
    public Connection connect() throws SQLException {
        return target().connect();
    }

    /** Runs statements in the database itself. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) statement.execute(each);
        }
    }

    /** A number from the database itself; -1 while it does not say. */
    public long ask(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : -1;
        } catch (SQLException e) {
            return -1;
        }
    }

    /** Sends a signal to the database's first process, or to all of them. */
    public void signal(String signal, boolean all) throws IOException, InterruptedException {
        Path pid = data.resolve("postgres/cluster/postmaster.pid");
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                .orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", signal));
        Stream<ProcessHandle> others = all ? postmaster.descendants() : Stream.empty();
        Stream.concat(Stream.of(postmaster), others)
                .map(process -> String.valueOf(process.pid()))
                .forEach(command::add);
        // a process that has ended meanwhile is no fault
        new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Waits at most a minute until it is so. */
    public static void until(String what, BooleanSupplier done) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new IllegalStateException("not within a minute: " + what);
            pause(20);
        }
    }

    /** Rests. */
    public static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        open = false;
        balancer.close();
        for (ServiceProcess node : nodes) node.close();
        network.close();
        database.close();
    }
}

package org.councilregistry.api;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.councilregistry.api.commands.BundledConfig;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Migrations;
import org.councilregistry.api.platform.Trees;
import org.councilregistry.schema.KeyDraft;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationDraftBuilder;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.Role;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * One real service on one real PostgreSQL, shared by every test of the JVM. Tests make their own organisations, so that
 * they run in any order on one database. Tests that kill, tamper or rank open a registry of their own.
 */
public final class RunningRegistry implements AutoCloseable {
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static @Nullable RunningRegistry shared;

    private final Path folder;
    private final Map<String, String> settings;
    private RegistryApplication application;

    private RunningRegistry(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
        this.application = started(new RegistryApplication());
    }

    /** The registry that tests share. */
    public static synchronized RunningRegistry shared() {
        if (shared == null) {
            RunningRegistry made = own();
            Runtime.getRuntime().addShutdownHook(new Thread(made::close));
            shared = made;
        }
        return shared;
    }

    /** A registry of one's own, empty; to be closed. */
    public static RunningRegistry own() {
        return with(Map.of());
    }

    /** A registry of one's own, empty, that compares words alone; to be closed. */
    public static RunningRegistry byWordsAlone() {
        return with(Map.of("dw.meanings", "false"));
    }

    /** A registry of one's own, empty, with these settings; to be closed. */
    public static RunningRegistry with(Map<String, String> settings) {
        return new RunningRegistry(Template.copy(), settings);
    }

    /** A folder with an empty registry that does not run. */
    public static Path emptyFolder() {
        return Template.copy();
    }

    /** The parts of the registry in this folder, without a server; beside one that runs, too. To be closed. */
    public static Wiring parts(Path folder) {
        RegistryConfiguration configuration = new RegistryConfiguration();
        configuration.dataFolder(folder);
        return new Wiring(configuration);
    }

    /** The registry in this folder, comparing words alone; to be closed. */
    public static RunningRegistry in(Path folder) {
        return new RunningRegistry(folder, Map.of("dw.meanings", "false"));
    }

    /** Another node on this one's database; to be closed before it. */
    public RunningRegistry beside() {
        return beside(Map.of());
    }

    /** Another node on this one's database, with these settings besides; to be closed before it. */
    public RunningRegistry beside(Map<String, String> more) {
        Map<String, String> same = new HashMap<>(settings);
        same.putAll(more);
        Address database = wiring().address();
        same.put("dw.database.url", database.target().url());
        same.put("dw.database.user", database.target().user());
        same.put("dw.database.password", database.target().password());
        same.put("dw.database.owner", database.owner().user());
        same.put("dw.database.ownerPassword", database.owner().password());
        same.put("dw.secretFile", folder.resolve("secret").toString());
        return new RunningRegistry(newFolder(), same);
    }

    /** A folder that also the unprivileged user can reach, as whom PostgreSQL runs when the tests run as root. */
    static Path newFolder() {
        try {
            Path folder = Files.createTempDirectory("registry-test-");
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private RegistryApplication started(RegistryApplication starting) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("dw.limits.enabled", "false");
        all.put("dw.dataFolder", folder.toString());
        all.put("dw.server.applicationConnectors[0].port", "0");
        all.put("dw.server.adminConnectors[0].port", "0");
        all.put("dw.logging.level", "WARN");
        run(starting, all);
        return starting;
    }

    private static synchronized void run(RegistryApplication starting, Map<String, String> settings) {
        settings.forEach(System::setProperty);
        try {
            starting.run("server", "--config", BundledConfig.BUNDLED);
        } catch (Exception e) {
            throw new IllegalStateException("the service did not start", e);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    /** Stops the service and starts it again on the same folder. */
    public void restart() {
        restart(new RegistryApplication());
    }

    /** Stops the service and starts this one on the same folder. */
    public void restart(RegistryApplication another) {
        stop();
        application = started(another);
    }

    /** Stops the service and keeps its folder. */
    public void stop() {
        try {
            application.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the service is reached. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + application.port());
    }

    /** The parts of the running service. */
    public Wiring wiring() {
        return application.wiring();
    }

    /** The database, as the owner of its tables: may do there what the service may not. */
    public Jdbi owner() {
        Migrations.Target owner = wiring().address().owner();
        return Jdbi.create(owner.url(), owner.user(), owner.password());
    }

    /** The folder of the service's files. */
    public Path folder() {
        return folder;
    }

    /** A key with this role, for this organisation if it acts for one. */
    public String key(Role role, @Nullable Organisation organisation) {
        KeyDraft draft = new KeyDraft("test", role, organisation == null ? null : organisation.slug(), null);
        return String.valueOf(
                wiring().keys().create(Caller.system("test"), draft).secret());
    }

    /** A new council with a name of its own. */
    public Organisation council() {
        return organisation(OrganisationKind.UNITARY);
    }

    /** A new organisation of this kind with a name of its own. */
    public Organisation organisation(OrganisationKind kind) {
        String name = "Council " + NAMES.incrementAndGet() + " of " + Long.toString(System.nanoTime(), 36);
        return wiring().organisations
                .register(
                        Caller.system("test"),
                        OrganisationDraftBuilder.builder().name(name).kind(kind).build());
    }

    @Override
    public void close() {
        try {
            application.stop();
            Trees.delete(folder);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.councilregistry.api.platform;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import javax.sql.DataSource;
import org.councilregistry.schema.Entity;
import org.councilregistry.schema.ProblemType;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jspecify.annotations.Nullable;

/** The one database: reads are single statements, writes are transactions that are durable when they return. */
public final class Databases {
    private static final int ATTEMPTS = 3;
    private static final int FORGET_EVERY = 1_000;

    private final Jdbi jdbi;
    private final CopyOnWriteArrayList<Runnable> afterWrites = new CopyOnWriteArrayList<>();

    /** Works on this pool of connections. */
    public Databases(DataSource pool) {
        jdbi = Jdbi.create(pool)
                .installPlugin(new PostgresPlugin())
                .installPlugin(new SqlObjectPlugin())
                .installPlugin(new SchemaPlugin());
        Daos.once(jdbi);
    }

    /** A Dao whose every call is one statement of its own, for reads. */
    public <D> D read(Class<D> dao) {
        return jdbi.onDemand(dao);
    }

    /** Jdbi itself, for loops that read more than a Dao gives. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** Runs this after each write has become durable. */
    public void afterWrite(Runnable task) {
        afterWrites.add(task);
    }

    /**
     * Makes a change that leaves one record. A request that carries an Idempotency-Key has one effect: repeated, it
     * answers with the record as it is now, and changes nothing.
     *
     * @param again reads the record for an answer that is repeated
     * @param effect the change
     */
    public <E extends Entity> E write(Caller caller, Function<UUID, Optional<E>> again, Function<Handle, E> effect) {
        return inTransaction(tx -> {
            Caller.Request request = caller.request();
            if (request.idempotencyKey() == null || caller.credential() == null) return effect.apply(tx);
            IdempotencyDao keys = tx.attach(IdempotencyDao.class);
            Optional<E> earlier = earlier(keys, caller.credential(), request, again);
            if (earlier.isPresent()) return earlier.get();
            E record = effect.apply(tx);
            keys.insert(caller.credential(), request, record.id(), record.version());
            // now and then, so that the table holds about a day's requests
            if (ThreadLocalRandom.current().nextInt(FORGET_EVERY) == 0) keys.forgetOld();
            return record;
        });
    }

    private static <E> Optional<E> earlier(
            IdempotencyDao keys, UUID caller, Caller.Request request, Function<UUID, Optional<E>> again) {
        if (!keys.lock(caller, request)) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_IN_PROGRESS,
                    "A request with this Idempotency-Key is under way. Repeat it in a moment, with the same key.");
        }
        Optional<IdempotencyDao.Kept> kept = keys.find(caller, request);
        if (kept.isEmpty()) return Optional.empty();
        if (!Arrays.equals(kept.get().requestHash(), request.hash())) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_MISMATCH,
                    "This Idempotency-Key was used for another request within 24 hours. Use a new key for a new request.");
        }
        return Optional.of(again.apply(kept.get().recordId()).orElseThrow(() -> ProblemException.notFound("record")));
    }

    /** Makes a change, all or nothing, durable when it returns. A deadlock is tried again. */
    public <T> T inTransaction(Function<Handle, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                T result = once(work);
                afterWrites.forEach(Runnable::run);
                return result;
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS || !passing(state(e))) throw e;
            }
        }
    }

    /** Does the work to see what it would leave, and takes it back. */
    public <T> T tryOut(Function<Handle, T> work) {
        try (Handle tx = jdbi.open()) {
            tx.begin();
            try {
                return work.apply(tx);
            } finally {
                tx.rollback();
            }
        }
    }

    private <T> T once(Function<Handle, T> work) {
        try (Handle tx = jdbi.open()) {
            tx.begin();
            try {
                T result = work.apply(tx);
                commit(tx);
                return result;
            } catch (RuntimeException e) {
                rollback(tx, e);
                throw e;
            }
        }
    }

    private static void commit(Handle tx) {
        try {
            tx.commit();
            SQLWarning warning = tx.getConnection().getWarnings();
            if (warning != null && "01000".equals(warning.getSQLState())) throw unknownOutcome();
        } catch (JdbiException e) {
            if (lost(state(e))) throw unknownOutcome();
            throw e;
        } catch (SQLException e) {
            throw unknownOutcome();
        }
    }

    private static void rollback(Handle tx, RuntimeException cause) {
        try {
            if (tx.isInTransaction()) tx.rollback();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private static ProblemException unknownOutcome() {
        return new ProblemException(
                ProblemType.OUTCOME_UNKNOWN,
                "The connection to the database was lost while the change was being stored. Read the record to see whether"
                        + " it was, or repeat the request with the same Idempotency-Key.");
    }

    static @Nullable String state(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) return sql.getSQLState();
        }
        return null;
    }

    private static boolean passing(@Nullable String state) {
        return "40001".equals(state) || "40P01".equals(state);
    }

    /** Whether the connection is gone: the statement may or may not have run. */
    static boolean lost(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("57014"));
    }

    /** Whether the database has no room, no connection or no lock to give at the moment: nothing was changed. */
    static boolean exhausted(@Nullable String state) {
        return state != null && (state.startsWith("53") || state.startsWith("58") || state.equals("55P03"));
    }

    /** Whether the database takes no changes at the moment. */
    static boolean readOnly(@Nullable String state) {
        return "25006".equals(state);
    }

    /** Whether the database is there, but can store nothing at the moment. */
    public static boolean cannotStore(JdbiException e) {
        String state = state(e);
        return exhausted(state) || readOnly(state);
    }

    /** Whether a value was to be stored that may be there once only. */
    public static boolean duplicate(JdbiException e) {
        return "23505".equals(state(e));
    }
}

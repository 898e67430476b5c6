package org.councilregistry.api.imports;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.councilregistry.api.imports.ImportReport.Tally;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.ProblemType;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Does many small steps, 200 to a transaction. Where one of them cannot be done, the steps of its transaction are done one
 * by one, and only that one is refused.
 */
final class Batches {
    private static final int SIZE = 200;

    private final Databases databases;
    private final Tally tally;
    private final Consumer<String> progress;

    Batches(Databases databases, Tally tally, Consumer<String> progress) {
        this.databases = databases;
        this.tally = tally;
        this.progress = progress;
    }

    /**
     * One step.
     *
     * @param line where it comes from
     * @param work what it does, within a transaction
     */
    record Step<R>(int line, Function<Handle, R> work) {}

    /** Does the steps in order; returns what those that were done left. */
    <R> List<R> run(String what, List<Step<R>> steps) {
        List<R> results = new ArrayList<>();
        for (int from = 0; from < steps.size(); from += SIZE) {
            int to = Math.min(from + SIZE, steps.size());
            results.addAll(batch(steps.subList(from, to)));
            progress.accept(to + " of " + steps.size() + " " + what);
        }
        return results;
    }

    private <R> List<R> batch(List<Step<R>> steps) {
        try {
            return databases.inTransaction(
                    tx -> steps.stream().map(step -> step.work().apply(tx)).toList());
        } catch (ProblemException | JdbiException e) {
            if (reason(e) == null) throw e;
            return single(steps);
        }
    }

    private <R> List<R> single(List<Step<R>> steps) {
        List<R> results = new ArrayList<>();
        for (Step<R> step : steps) {
            try {
                results.add(databases.inTransaction(step.work()));
            } catch (ProblemException | JdbiException e) {
                String reason = reason(e);
                if (reason == null) throw e;
                tally.refuse(step.line(), reason);
            }
        }
        return results;
    }

    /** Why a step was refused; null if that is not its own fault. */
    private static @Nullable String reason(RuntimeException e) {
        if (e instanceof ProblemException problem) {
            return problem.type() == ProblemType.OUTCOME_UNKNOWN ? null : problem.detail();
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                // class 22: a value that the database cannot take; class 23: a rule that it keeps
                boolean own =
                        sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
                return own ? "breaks a rule of the database (" + sql.getSQLState() + ")" : null;
            }
        }
        return null;
    }
}

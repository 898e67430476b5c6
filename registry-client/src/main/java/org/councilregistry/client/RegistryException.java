package org.councilregistry.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.councilregistry.schema.Problem;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/** A call did not succeed: the registry said no, or could not be reached. */
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Problem problem;
    private final boolean mayHaveBeenApplied;

    /** The registry said no; an attempt before may have been applied nevertheless. */
    public RegistryException(Problem problem, boolean mayHaveBeenApplied) {
        super(text(problem));
        this.problem = problem;
        this.mayHaveBeenApplied = mayHaveBeenApplied;
    }

    /** The registry could not be reached, or its answer was lost. */
    public RegistryException(String message, @Nullable Throwable cause, boolean mayHaveBeenApplied) {
        super(message, cause);
        this.problem = null;
        this.mayHaveBeenApplied = mayHaveBeenApplied;
    }

    private static String text(Problem problem) {
        String errors = problem.errors().stream()
                .map(e -> e.pointer() + " " + e.message())
                .collect(Collectors.joining("; "));
        return problem.status() + " " + problem.title()
                + (problem.detail() == null ? "" : ": " + problem.detail())
                + (errors.isEmpty() ? "" : " [" + errors + "]")
                + (problem.requestId() == null ? "" : " (request " + problem.requestId() + ")");
    }

    /** What the registry said; empty when it could not be reached. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** What kind of no; {@link ProblemType#UNKNOWN} when the registry could not be reached. */
    public ProblemType type() {
        return problem == null ? ProblemType.UNKNOWN : ProblemType.of(problem.type());
    }

    /** What was wrong with single values. */
    public List<Problem.Violation> errors() {
        return problem == null ? List.of() : problem.errors();
    }

    /**
     * Whether the change may have been made although no answer said so: read the record to know. Never true of a call that
     * only reads.
     */
    public boolean mayHaveBeenApplied() {
        return mayHaveBeenApplied;
    }
}

package org.councilregistry.api.platform;

import java.util.ArrayList;
import java.util.List;
import org.councilregistry.schema.Problem.Violation;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/** The only way to say no to a caller. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final String detail;
    private final transient List<Violation> errors = new ArrayList<>();
    private transient List<String> allowed = List.of();
    private @Nullable String existing;
    private @Nullable String etag;
    private int seconds;

    /** Says no, in the caller's words. */
    public ProblemException(ProblemType type, String detail) {
        super(type + ": " + detail, null, false, false);
        this.type = type;
        this.detail = detail;
    }

    /** The answer to a caller who asks for what is not there, or not there for her. */
    public static ProblemException notFound(String what) {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "There is no such " + what + ", or you may not see it. Check the address, or sign in with a key.");
    }

    /** One value is not acceptable. */
    public static ProblemException invalid(String pointer, String code, String message) {
        return new ProblemException(ProblemType.INVALID, message).at(pointer, code, message);
    }

    /** Names the value that is wrong. */
    public ProblemException at(String pointer, String code, String message) {
        errors.add(new Violation(pointer, code, message));
        return this;
    }

    /** Names what could be done instead. */
    public ProblemException allowing(List<String> steps) {
        allowed = List.copyOf(steps);
        return this;
    }

    /** Names the record that stands in the way; only for a caller who may see it. */
    public ProblemException existing(@Nullable String address) {
        existing = address;
        return this;
    }

    /** Gives the ETag of the record as it is now. */
    public ProblemException etag(@Nullable String current) {
        etag = current;
        return this;
    }

    /** Says after how many seconds it may be tried again. */
    public ProblemException after(int wait) {
        seconds = wait;
        return this;
    }

    /** What kind of no. */
    public ProblemType type() {
        return type;
    }

    /** What is wrong, in the caller's words. */
    public String detail() {
        return detail;
    }

    List<Violation> errors() {
        return errors;
    }

    List<String> allowed() {
        return allowed;
    }

    int seconds() {
        return seconds;
    }

    @Nullable
    String existing() {
        return existing;
    }

    @Nullable
    String etag() {
        return etag;
    }
}

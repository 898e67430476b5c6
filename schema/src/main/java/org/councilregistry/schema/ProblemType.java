package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Arrays;
import java.util.Locale;

/** Every way in which the registry says no. Each has a page with cause, cure and example under {@link #path()}. */
public enum ProblemType {
    /** The request is not well-formed HTTP or JSON. */
    MALFORMED(400, "The request cannot be read"),
    /** A member or query parameter that this call does not know. */
    UNKNOWN_FIELD(400, "There is no such field here"),
    /** The cursor was altered, or belongs to another list. */
    INVALID_CURSOR(400, "The cursor does not belong to this list"),
    /** The credential is missing or not accepted. */
    UNAUTHENTICATED(401, "A valid key is needed"),
    /** The role does not allow this call. */
    FORBIDDEN(403, "Your role does not allow this"),
    /** The record belongs to an organisation for which the caller may not act. */
    NOT_YOUR_ORGANISATION(403, "The record belongs to another organisation"),
    /** There is nothing at this address, or nothing that the caller may see. */
    NOT_FOUND(404, "There is nothing here"),
    /** The address exists, the method does not. */
    METHOD_NOT_ALLOWED(405, "The address does not take this method"),
    /** None of the media types asked for can be given. */
    NOT_ACCEPTABLE(406, "The answer cannot be given in this form"),
    /** The body was not there in time. */
    TOO_SLOW(408, "The request did not arrive in time"),
    /** The same thing is registered already. */
    ALREADY_REGISTERED(409, "This is registered already"),
    /** The record's state does not allow the step. */
    TRANSITION_NOT_ALLOWED(409, "The record's state does not allow this step"),
    /** The organisation no longer exists; its successors are named. */
    ORGANISATION_DISSOLVED(409, "The organisation no longer exists"),
    /** A request with the same Idempotency-Key is under way. */
    IDEMPOTENCY_IN_PROGRESS(409, "The same request is under way"),
    /** The record was public and has been withdrawn. */
    WITHDRAWN(410, "The record was withdrawn"),
    /** The record has changed since it was read. */
    VERSION_CONFLICT(412, "The record has changed since you read it"),
    /** The request is larger than the service takes. */
    TOO_LARGE(413, "The request is too large"),
    /** The body is in a form that this call does not take. */
    UNSUPPORTED_MEDIA_TYPE(415, "The body's form is not taken here"),
    /** The request is understood, and its values are not acceptable. */
    INVALID(422, "Some values are not acceptable"),
    /** The Idempotency-Key was used for another request. */
    IDEMPOTENCY_MISMATCH(422, "The key was used for another request"),
    /** The call needs an If-Match header. */
    PRECONDITION_REQUIRED(428, "Say which version you change"),
    /** Too many requests. */
    RATE_LIMITED(429, "Too many requests"),
    /** The service failed; the request id finds it in the log. */
    INTERNAL(500, "The service failed"),
    /** The service takes no writes at the moment. */
    READ_ONLY(503, "The service takes no changes at the moment"),
    /** The service cannot answer at the moment. */
    UNAVAILABLE(503, "The service cannot answer at the moment"),
    /** The connection was lost while the change was being stored: it may or may not have been. */
    OUTCOME_UNKNOWN(503, "It is not known whether the change was stored"),
    /** A type that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    UNKNOWN(0, "Unknown problem");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** What it means, in a sentence that does not depend on the request. */
    public String title() {
        return title;
    }

    /** Its word in addresses: {@code version-conflict}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where its page is, and what stands in a problem's {@code type}. */
    public String path() {
        return "/v1/problems/" + slug();
    }

    /** The type whose page is at this address; {@link #UNKNOWN} if there is none. */
    public static ProblemType of(String type) {
        return Arrays.stream(values())
                .filter(t -> t != UNKNOWN && type.endsWith(t.path()))
                .findFirst()
                .orElse(UNKNOWN);
    }
}

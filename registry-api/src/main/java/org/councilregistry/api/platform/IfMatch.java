package org.councilregistry.api.platform;

import org.councilregistry.schema.Entity;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The version that a caller has read and now changes. Only the part of the ETag before the hyphen counts, so that a tag
 * taken from any form of the record (JSON, gzip) works.
 *
 * @param version the version; 0 for {@code *}, which matches any
 */
public record IfMatch(int version) {
    /** Reads the header, {@code "7-3fa..."} or {@code *}. */
    public static IfMatch fromString(String header) {
        String tag = header.strip();
        if (tag.equals("*")) return new IfMatch(0);
        if (tag.startsWith("W/")) tag = tag.substring(2);
        String bare = tag.replace("\"", "");
        int hyphen = bare.indexOf('-');
        try {
            int version = Integer.parseInt(hyphen < 0 ? bare : bare.substring(0, hyphen));
            if (version > 0) return new IfMatch(version);
        } catch (NumberFormatException e) {
            // falls through to the one answer for everything that is no version
        }
        throw new ProblemException(
                ProblemType.MALFORMED,
                "If-Match is not an ETag of this service. Send the ETag exactly as you received it.");
    }

    /** Goes on only when the record is still at the version that the caller has read; a missing header is 428. */
    public static void require(@Nullable IfMatch ifMatch, Entity current) {
        if (ifMatch == null) {
            throw new ProblemException(
                            ProblemType.PRECONDITION_REQUIRED,
                            "Send If-Match with the ETag that you read, so that nobody's change is lost.")
                    .etag(tag(current));
        }
        honour(ifMatch, current);
    }

    /** As {@link #require}, where the header may be missing. */
    public static void honour(@Nullable IfMatch ifMatch, Entity current) {
        if (ifMatch == null || ifMatch.version == 0 || ifMatch.version == current.version()) return;
        throw stale(current);
    }

    /** Goes on only when the caller has not said that she changes a record: there is none. */
    public static void requireNone(@Nullable IfMatch ifMatch) {
        if (ifMatch == null) return;
        throw new ProblemException(
                ProblemType.VERSION_CONFLICT,
                "There is no record under this key any more; somebody may have changed the key. Leave If-Match out to make a"
                        + " new one.");
    }

    /** The answer to somebody who changes an old version. */
    public static ProblemException stale(Entity current) {
        return new ProblemException(
                        ProblemType.VERSION_CONFLICT,
                        "The record is at version " + current.version()
                                + " now. Read it again, apply your change to what you read, and send it with the new ETag.")
                .etag(tag(current));
    }

    private static String tag(Entity current) {
        return "\"" + current.version() + "\"";
    }
}

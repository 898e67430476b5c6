package org.councilregistry.api.events;

import java.util.UUID;
import org.councilregistry.schema.Entity;
import org.jspecify.annotations.Nullable;

/**
 * A change that has just been made.
 *
 * @param type what happened, such as {@code initiative.updated}
 * @param record the record after the change
 * @param owner the organisation that it belongs to
 * @param audience who may see it now, in the words of {@code can_see}
 * @param before who could see it before the change; the same unless the change narrows it
 * @param reason why, where a reason was given
 */
public record Change(
        String type,
        Entity record,
        @Nullable UUID owner,
        String audience,
        String before,
        @Nullable String reason) {

    /** A change that leaves the audience as it was, or widens it. */
    public static Change of(String type, Entity record, @Nullable UUID owner, String audience) {
        return new Change(type, record, owner, audience, audience, null);
    }

    /** The same change, with a reason. */
    public Change because(@Nullable String why) {
        return new Change(type, record, owner, audience, before, why);
    }

    /** The same change of a record that this audience could see before. */
    public Change seenBefore(String audienceBefore) {
        return new Change(type, record, owner, audience, audienceBefore, reason);
    }

    /** The noun that changed. */
    String subjectType() {
        return type.substring(0, type.indexOf('.'));
    }
}

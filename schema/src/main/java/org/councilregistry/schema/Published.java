package org.councilregistry.schema;

import java.util.List;

/**
 * What a publish did.
 *
 * @param outcome whether the record is new, changed or as it was
 * @param initiative the record as it is now
 * @param kept members that a person had changed since the last publish, and that therefore stay as they are
 * @param matches work of other councils that looks alike
 */
public record Published(PublishOutcome outcome, Initiative initiative, List<String> kept, List<Match> matches) {
    /** Strips texts; an absent list is an empty one. */
    public Published {
        kept = Lists.texts(kept);
        matches = Lists.of(matches);
    }
}

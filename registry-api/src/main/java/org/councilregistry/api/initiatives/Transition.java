package org.councilregistry.api.initiatives;

import static org.councilregistry.schema.InitiativeState.ARCHIVED;
import static org.councilregistry.schema.InitiativeState.DRAFT;
import static org.councilregistry.schema.InitiativeState.MERGED;
import static org.councilregistry.schema.InitiativeState.PUBLISHED;
import static org.councilregistry.schema.InitiativeState.WITHDRAWN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeState;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/** A step in the life of an initiative's record: from which states it may be taken, and where it leads. */
enum Transition {
    PUBLISH(EnumSet.of(DRAFT, ARCHIVED, WITHDRAWN), PUBLISHED, "published", Action.PUBLISH),
    ARCHIVE(EnumSet.of(PUBLISHED), ARCHIVED, "archived", Action.PUBLISH),
    WITHDRAW(EnumSet.of(DRAFT, PUBLISHED, ARCHIVED), WITHDRAWN, "withdrawn", Action.PUBLISH),
    CONFIRM(EnumSet.of(PUBLISHED, ARCHIVED), null, "confirmed", Action.PUBLISH),
    CLAIM(EnumSet.of(DRAFT, PUBLISHED, ARCHIVED), null, "claimed", Action.CLAIM),
    DECLINE(EnumSet.of(DRAFT, PUBLISHED, ARCHIVED), WITHDRAWN, "declined", Action.CLAIM);

    private final Set<InitiativeState> from;
    private final @Nullable InitiativeState to;
    private final String event;
    private final Action action;

    Transition(Set<InitiativeState> from, @Nullable InitiativeState to, String event, Action action) {
        this.from = from;
        this.to = to;
        this.event = event;
        this.action = action;
    }

    /** The state that it leads to; null when the state stays. */
    @Nullable
    InitiativeState to() {
        return to;
    }

    /** What its event is called. */
    String event() {
        return "initiative." + event;
    }

    /** What a caller needs the right to do. */
    Action action() {
        return action;
    }

    /** Whether the record may take this step. */
    boolean allowed(Initiative record) {
        boolean claims = this == CLAIM || this == DECLINE;
        return from.contains(record.state()) && record.state() != MERGED && (!claims || record.unclaimed());
    }

    /** Goes on only when the record may take this step. */
    void require(Initiative record) {
        if (allowed(record)) return;
        List<String> possible = Arrays.stream(values())
                .filter(t -> t.allowed(record))
                .map(t -> t.name().toLowerCase(Locale.ROOT))
                .toList();
        throw new ProblemException(
                        ProblemType.TRANSITION_NOT_ALLOWED,
                        "A record that is " + record.state().name().toLowerCase(Locale.ROOT)
                                + (record.unclaimed() ? " and unclaimed" : "") + " cannot take this step. Possible: "
                                + (possible.isEmpty() ? "none" : String.join(", ", possible)) + ".")
                .allowing(possible);
    }
}

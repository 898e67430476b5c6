package org.councilregistry.api.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Disclosure;
import org.councilregistry.api.platform.Json;
import org.councilregistry.schema.Component;
import org.councilregistry.schema.FieldChange;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.JoiningRequest;
import org.councilregistry.schema.Key;
import org.councilregistry.schema.Member;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.Outcome;
import org.councilregistry.schema.OverlapStep;
import org.councilregistry.schema.Page;
import org.councilregistry.schema.Revision;
import org.councilregistry.schema.Service;
import org.councilregistry.schema.Succession;
import org.jspecify.annotations.Nullable;

/** The history of one record, as far as its reader may see it: what each step changed. */
public final class History {
    private static final Map<String, Class<?>> NOUNS = Map.of(
            "organisation", Organisation.class,
            "succession", Succession.class,
            "service", Service.class,
            "initiative", Initiative.class,
            "component", Component.class,
            "outcome", Outcome.class,
            "key", Key.class,
            "member", Member.class,
            "joining-request", JoiningRequest.class,
            "overlap", OverlapStep.class);
    private static final Set<String> BOOKKEEPING =
            Set.of("version", "updatedAt", "completeness", "stale", "lastSeenAtSource");

    private static final int LATEST = 500;

    private History() {}

    /**
     * The latest 500 steps in a record's life, or fewer where its texts are long, the first one first. The caller must have
     * been let see the record itself.
     */
    public static Page<Revision> of(EventDao dao, UUID subject, Caller caller) {
        List<EventDao.Sealed> read = dao.history(subject, LATEST + 1, caller);
        List<Revision> steps = new ArrayList<>();
        ObjectNode before = null;
        for (EventDao.Sealed event : read) {
            ObjectNode after = data(event, caller);
            steps.add(new Revision(
                    event.subject().version(),
                    event.at(),
                    event.type(),
                    event.by(),
                    event.reason(),
                    before == null || after == null ? List.of() : changes(before, after)));
            if (after != null) before = after;
        }
        // what the first of them changed cannot be said without the one before
        boolean cut = EventDao.Sealed.cut(read, LATEST + 1) && steps.size() > 1;
        return new Page<>(cut ? steps.subList(1, steps.size()) : steps, null, null);
    }

    /** What the caller may see of the record as it was after an event. */
    static @Nullable ObjectNode data(EventDao.Sealed event, Caller caller) {
        Class<?> noun = NOUNS.get(event.subject().type());
        if (event.data() == null || noun == null) return null;
        UUID owner = OrganisationRef.idOf(event.organisation());
        return Disclosure.of(Json.parse(event.data()), noun, caller, owner);
    }

    static List<FieldChange> changes(ObjectNode before, ObjectNode after) {
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.removeAll(BOOKKEEPING);
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            JsonNode was = before.get(name);
            JsonNode is = after.get(name);
            if (was == null ? is != null : !was.equals(is)) changes.add(new FieldChange(name, was, is));
        }
        return changes;
    }
}

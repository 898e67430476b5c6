package org.councilregistry.api.erasures;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.councilregistry.api.events.Change;
import org.councilregistry.api.events.EventDao;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Erasure;
import org.councilregistry.schema.ErasureDraft;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.SubjectRef;
import org.jdbi.v3.core.Handle;

/** Removes a person from wherever she stands, in one transaction. */
public final class ErasureService {
    private final Databases databases;
    private final EventService events;
    private final List<Place> places;

    /** A place where people stand. */
    public interface Place {
        /** Removes a person from the records that are kept here, each with its event. */
        Removed erase(Handle tx, Caller caller, Erased person);
    }

    /** From how many records somebody was removed, and from how many of their earlier events. */
    public record Removed(int records, int events) {
        /** Nothing was there. */
        public static final Removed NONE = new Removed(0, 0);

        /** Both together. */
        public Removed and(Removed other) {
            return new Removed(records + other.records, events + other.events);
        }
    }

    /** Removes from these places. */
    public ErasureService(Databases databases, EventService events, List<Place> places) {
        this.databases = databases;
        this.events = events;
        this.places = places;
    }

    /** Removes a person. That a request for it is repeated is not noted: that would be a note of her. */
    public Erasure erase(Caller caller, ErasureDraft draft) {
        String reason = draft.reason();
        if (reason != null && lower(reason).contains(lower(draft.email()))) {
            throw ProblemException.invalid(
                    "/reason", "names-the-person", "The reason is kept: say why without naming the person.");
        }
        return databases.inTransaction(tx -> {
            ErasureDao dao = tx.attach(ErasureDao.class);
            List<OrganisationRef> publishers = dao.publishers(draft.email());
            List<EventDao.Naming> before = events.naming(tx, draft.email());
            Erased person = new Erased(
                    draft.email(), records(before), names(before), dao.accounts(draft.email()), draft.reason());
            Removed removed = Removed.NONE;
            for (Place place : places) removed = removed.and(place.erase(tx, caller, person));
            // her records are locked now: what was written about them meanwhile is there, and nothing more comes
            List<EventDao.Naming> naming = events.naming(tx, draft.email());
            int redacted = events.redact(tx, naming, List.copyOf(names(naming)));
            if (redacted > 0) {
                Emptied emptied = new Emptied(Ids.next(), 1, List.copyOf(records(naming)));
                events.append(
                        tx,
                        caller,
                        Change.of("erasure.done", emptied, null, "admin").because(reason));
            }
            return new Erasure(
                    removed.records(), removed.events() + redacted, publishers, mentions(dao, draft.email()));
        });
    }

    private static Set<UUID> records(List<EventDao.Naming> naming) {
        return naming.stream().map(EventDao.Naming::subject).collect(Collectors.toSet());
    }

    /** The names, in lower case, that stand beside her address. */
    private static Set<String> names(List<EventDao.Naming> naming) {
        Set<String> names = new HashSet<>();
        for (EventDao.Naming event : naming) {
            if (event.name() != null) names.add(lower(event.name()));
        }
        return names;
    }

    private static List<SubjectRef> mentions(ErasureDao dao, String email) {
        Set<SubjectRef> mentions = new LinkedHashSet<>(dao.initiatives(email));
        mentions.addAll(dao.sent(email));
        mentions.addAll(dao.others(email));
        return List.copyOf(mentions);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

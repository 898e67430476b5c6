package org.councilregistry.api.initiatives;

import java.util.List;
import java.util.UUID;
import org.councilregistry.api.erasures.Erased;
import org.councilregistry.api.erasures.ErasureService;
import org.councilregistry.api.events.Change;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.Contact;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.jdbi.v3.core.Handle;

/** The people whom initiatives name. */
public final class InitiativeContacts {
    private final EventService events;

    /** Writes by these events. */
    public InitiativeContacts(EventService events) {
        this.events = events;
    }

    /** Removes a person from all initiatives. */
    public ErasureService.Removed erase(Handle tx, Caller caller, Erased person) {
        InitiativeDao dao = tx.attach(InitiativeDao.class);
        InitiativeContactDao contacts = tx.attach(InitiativeContactDao.class);
        List<UUID> naming = contacts.naming(person);
        contacts.forget(person);
        for (UUID id : naming) {
            Initiative current = dao.find(id, Caller.system("erasure")).orElseThrow();
            Contact left = person.is(id, current.contact()) ? null : current.contact();
            InitiativeDraft draft = InitiativeDraft.of(current).withContact(left);
            Initiative changed =
                    contacts.contact(id, left, Drafts.completeness(draft)).orElseThrow();
            Change change = Change.of(
                    "initiative.contact-erased",
                    changed,
                    changed.organisation().id(),
                    InitiativeWriter.audience(changed));
            events.append(tx, caller, change.because(person.reason()));
        }
        return new ErasureService.Removed(naming.size(), 0);
    }
}

package org.councilregistry.api.organisations;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.councilregistry.api.events.Change;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Text;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationDraft;
import org.councilregistry.schema.OrganisationState;
import org.councilregistry.schema.ProblemType;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Registers and changes organisations. */
public final class OrganisationService {
    private final Databases databases;
    private final EventService events;
    private final OrganisationDao dao;
    private final OrganisationLookup lookup;
    private final Consumer<Organisation> written;

    /** Works on this database and writes these events; tells {@code written} of each record that has become durable. */
    public OrganisationService(Databases databases, EventService events, Consumer<Organisation> written) {
        this.written = written;
        this.databases = databases;
        this.events = events;
        this.dao = databases.read(OrganisationDao.class);
        this.lookup = new OrganisationLookup(dao);
    }

    /** Registers an organisation. */
    public Organisation register(Caller caller, OrganisationDraft draft) {
        return told(databases.write(caller, dao::find, tx -> register(tx, caller, draft)));
    }

    /** Registers an organisation within a transaction. */
    public Organisation register(Handle tx, Caller caller, OrganisationDraft draft) {
        OrganisationDao here = tx.attach(OrganisationDao.class);
        OrganisationDao.Resolved resolved = resolve(here, Ids.next(), draft, null);
        Organisation organisation = here.insert(resolved, draft).orElseThrow(() -> taken(resolved.slug()));
        events.append(tx, caller, Change.of("organisation.created", organisation, organisation.id(), "public"));
        return organisation;
    }

    /** Changes an organisation by a merge-patch. */
    public Organisation update(Caller caller, UUID id, @Nullable IfMatch ifMatch, Patch patch) {
        return told(databases.write(caller, dao::find, tx -> {
            Organisation current = tx.attach(OrganisationDao.class)
                    .find(id)
                    .orElseThrow(() -> ProblemException.notFound("organisation"));
            IfMatch.require(ifMatch, current);
            return update(tx, caller, current, patch.onto(OrganisationDraft.of(current), OrganisationDraft.class));
        }));
    }

    private Organisation told(Organisation record) {
        written.accept(record);
        return record;
    }

    /** Changes an organisation within a transaction; what is as it was stays as it is, without an event. */
    public Organisation update(Handle tx, Caller caller, Organisation current, OrganisationDraft draft) {
        if (draft.equals(OrganisationDraft.of(current))) return current;
        OrganisationDao here = tx.attach(OrganisationDao.class);
        OrganisationDao.Resolved resolved = resolve(here, current.id(), draft, current.slug());
        if (!resolved.slug().equals(current.slug()) && here.slugTaken(resolved.slug())) throw taken(resolved.slug());
        Organisation changed = here.update(resolved, draft, current.version())
                .orElseThrow(() -> IfMatch.stale(here.find(current.id()).orElse(current)));
        events.append(tx, caller, Change.of("organisation.updated", changed, changed.id(), "public"));
        return changed;
    }

    private OrganisationDao.Resolved resolve(
            OrganisationDao here, UUID id, OrganisationDraft draft, @Nullable String slug) {
        if (draft.startedOn() != null
                && draft.endedOn() != null
                && draft.endedOn().isBefore(draft.startedOn())) {
            throw ProblemException.invalid("/endedOn", "before-start", "An organisation cannot end before it starts.");
        }
        OrganisationLookup inside = new OrganisationLookup(here);
        List<UUID> members = new ArrayList<>();
        for (int i = 0; i < draft.members().size(); i++) {
            members.add(inside.required(draft.members().get(i), "/members/" + i).id());
        }
        return new OrganisationDao.Resolved(
                id,
                draft.slug() != null ? draft.slug() : slug != null ? slug : free(here, draft.name()),
                draft.country() == null ? "GB" : draft.country(),
                draft.state() == null ? OrganisationState.ACTIVE : draft.state(),
                inside.optional(draft.parent(), "/parent"),
                members,
                keys(draft));
    }

    private static String free(OrganisationDao here, String name) {
        String slug = Text.slug(name);
        if (slug.isEmpty()) slug = "organisation";
        String candidate = slug;
        for (int i = 2; here.slugTaken(candidate); i++) candidate = slug + "-" + i;
        return candidate;
    }

    private static List<String> keys(OrganisationDraft draft) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(Text.key(draft.name()));
        draft.otherNames().forEach(name -> keys.add(Text.key(name)));
        keys.remove("");
        return List.copyOf(keys);
    }

    private static ProblemException taken(String slug) {
        return new ProblemException(
                        ProblemType.ALREADY_REGISTERED,
                        "There is an organisation with the slug '" + slug
                                + "' already. Change that one, or give another slug.")
                .at("/slug", "taken", "in use")
                .existing("/v1/organisations/" + slug);
    }

    /** Finds organisations for other features. */
    public OrganisationLookup lookup() {
        return lookup;
    }
}

package org.councilregistry.api.keys;

import java.time.Instant;
import java.util.UUID;
import org.councilregistry.api.events.Change;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Secrets;
import org.councilregistry.schema.CreatedKey;
import org.councilregistry.schema.Key;
import org.councilregistry.schema.KeyDraft;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;

/** Makes keys and takes them back. */
public final class KeyService {
    private final Databases databases;
    private final EventService events;
    private final OrganisationLookup organisations;
    private final Secrets secrets;

    /** Works on this database, under this pepper. */
    public KeyService(Databases databases, EventService events, OrganisationLookup organisations, Secrets secrets) {
        this.databases = databases;
        this.events = events;
        this.organisations = organisations;
        this.secrets = secrets;
    }

    /** Makes a key. Its secret is in this answer and nowhere else. */
    public CreatedKey create(Caller caller, KeyDraft draft) {
        Role role = draft.role() == null ? Role.VIEWER : draft.role();
        UUID organisation = organisation(caller, draft, role);
        if (draft.expiresAt() != null && draft.expiresAt().isBefore(Instant.now())) {
            throw ProblemException.invalid("/expiresAt", "past", "The key would have expired already.");
        }
        KeyDao dao = databases.read(KeyDao.class);
        return databases.write(caller, id -> dao.find(id, caller).map(KeyService::repeated), tx -> {
            KeyText text = KeyText.make();
            Key key = tx.attach(KeyDao.class)
                    .insert(new KeyDao.Row(
                            Ids.next(), draft.label(), role, organisation, text.hint(), hash(text), draft.expiresAt()));
            events.append(tx, caller, Change.of("key.created", key, organisation, "admin"));
            return new CreatedKey(key.id(), key.version(), key, text.written());
        });
    }

    private static CreatedKey repeated(Key key) {
        return new CreatedKey(key.id(), key.version(), key, null);
    }

    /** Takes a key back, for good; within five seconds no node accepts it. */
    public Key revoke(Caller caller, UUID id, @Nullable IfMatch ifMatch) {
        return revoke(caller, id, ifMatch, caller);
    }

    /** Takes back the key in use. */
    public Key giveBack(Caller caller, @Nullable IfMatch ifMatch) {
        return revoke(caller, java.util.Objects.requireNonNull(caller.key()), ifMatch, Caller.system("whoami"));
    }

    /** Takes a key back that {@code seen} can see. */
    private Key revoke(Caller caller, UUID id, @Nullable IfMatch ifMatch, Caller seen) {
        KeyDao reads = databases.read(KeyDao.class);
        return databases.write(caller, k -> reads.find(k, seen), tx -> {
            KeyDao dao = tx.attach(KeyDao.class);
            Key current = dao.find(id, seen).orElseThrow(() -> ProblemException.notFound("key"));
            IfMatch.honour(ifMatch, current);
            if (current.revokedAt() != null) return current;
            Key revoked = dao.revoke(id).orElseThrow(() -> IfMatch.stale(current));
            UUID owner = revoked.organisation() == null
                    ? null
                    : revoked.organisation().id();
            events.append(tx, caller, Change.of("key.revoked", revoked, owner, "admin"));
            return revoked;
        });
    }

    private @Nullable UUID organisation(Caller caller, KeyDraft draft, Role role) {
        boolean sectorWide = role == Role.SECTOR_ADMIN || role == Role.AUDITOR;
        if (role == Role.PUBLIC) {
            throw ProblemException.invalid("/role", "needs-no-key", "What is public is read without a key.");
        }
        if (caller.role() != Role.SECTOR_ADMIN && (sectorWide || role == Role.COORDINATOR)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "Only a sector administrator makes sector-admin, auditor and coordinator keys.");
        }
        String named = draft.organisation();
        if (sectorWide && named != null) {
            throw ProblemException.invalid(
                    "/organisation", "not-taken", "A key with this role belongs to no organisation.");
        }
        if (named == null && (sectorWide || role == Role.COORDINATOR)) return null;
        if (named == null && caller.organisation() == null) {
            throw ProblemException.invalid("/organisation", "required", "Say for which organisation the key acts.");
        }
        UUID id = named == null
                ? caller.own()
                : organisations.acting(named, "/organisation").id();
        if (caller.role() != Role.SECTOR_ADMIN && !java.util.Objects.equals(id, caller.own())) {
            throw new ProblemException(
                    ProblemType.NOT_YOUR_ORGANISATION, "You can make keys for your own organisation only.");
        }
        return id;
    }

    byte[] hash(KeyText text) {
        return secrets.mac("keys", text.secretBytes());
    }
}

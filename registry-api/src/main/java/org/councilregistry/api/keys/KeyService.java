package org.councilregistry.api.keys;

import java.util.Objects;
import java.util.UUID;
import org.councilregistry.api.events.Change;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Secrets;
import org.councilregistry.schema.CreatedKey;
import org.councilregistry.schema.Key;
import org.councilregistry.schema.KeyDraft;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;

/** Makes keys and takes them back. */
public final class KeyService {
    private final Databases databases;
    private final EventService events;
    private final Granting granting;
    private final Secrets secrets;

    /** Works on this database, under this pepper. */
    public KeyService(Databases databases, EventService events, Granting granting, Secrets secrets) {
        this.databases = databases;
        this.events = events;
        this.granting = granting;
        this.secrets = secrets;
    }

    /** Makes a key. Its secret is in this answer and nowhere else. */
    public CreatedKey create(Caller caller, KeyDraft draft) {
        Role role = draft.role() == null ? Role.VIEWER : draft.role();
        UUID organisation = granting.organisation(caller, role, draft.organisation());
        KeyDao dao = databases.read(KeyDao.class);
        if (draft.expiresAt() != null && dao.past(draft.expiresAt())) {
            throw ProblemException.invalid("/expiresAt", "past", "The key would have expired already.");
        }
        return databases.write(caller, id -> dao.find(id, caller).map(KeyService::repeated), tx -> {
            KeyText text = KeyText.make(KeyText.Kind.KEY);
            Key key = tx.attach(KeyDao.class)
                    .insert(new KeyDao.Row(
                            Ids.next(),
                            draft.label(),
                            role,
                            organisation,
                            text.hint(),
                            text.hash(secrets),
                            draft.expiresAt()));
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
        if (caller.person() != null) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "You call with a token of your sign-in, not with a key. Sign out there; to leave the organisation, POST"
                            + " /v1/members/{id}/remove.");
        }
        return revoke(caller, Objects.requireNonNull(caller.credential()), ifMatch, Caller.system("whoami"));
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
            UUID owner = OrganisationRef.idOf(revoked.organisation());
            events.append(tx, caller, Change.of("key.revoked", revoked, owner, "admin"));
            return revoked;
        });
    }
}

package org.councilregistry.api.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.platform.Json;
import org.councilregistry.api.platform.Sha256;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes down what changed, in the transaction that changes it. */
public final class EventService {
    private static final List<String> WIDENING = List.of("admin", "draft", "organisation", "sector", "public");

    private static final long STRETCH = 10_000;

    private final SecureRandom random = new SecureRandom();

    /** Adds the event of a change; to be called after the row was written, so that the row's lock orders the events. */
    public void append(Handle tx, Caller caller, Change change) {
        EventDao dao = tx.attach(EventDao.class);
        dao.insert(entry(caller, change, Json.whole(change.record())));
        if (WIDENING.indexOf(change.audience()) < WIDENING.indexOf(change.before())) {
            dao.insert(hidden(caller, change));
        }
    }

    /** Removes what earlier events say of a record, and says of how many; that they happened stays, and the chain verifies. */
    public int redact(Handle tx, UUID subject) {
        return tx.attach(EventDao.class).redact(subject);
    }

    /** The events but this transaction's own that name somebody by this mail address, read in stretches that each end in time. */
    public List<EventDao.Naming> naming(Handle tx, String email) {
        EventDao dao = tx.attach(EventDao.class);
        List<EventDao.Naming> naming = new ArrayList<>();
        long last = dao.last();
        for (long after = 0; after < last; after += STRETCH) {
            naming.addAll(dao.naming(email, after, after + STRETCH));
        }
        return naming;
    }

    /** Removes what these events say, and what others of their records say of people with these names; says of how many. */
    public int redact(Handle tx, List<EventDao.Naming> naming, List<String> names) {
        EventDao dao = tx.attach(EventDao.class);
        List<UUID> subjects =
                naming.stream().map(EventDao.Naming::subject).distinct().toList();
        long[] seqs = naming.stream().mapToLong(EventDao.Naming::seq).toArray();
        return dao.redactAll(seqs) + dao.redactNamed(subjects, names);
    }

    private EventDao.Entry entry(Caller caller, Change change, String data) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return new EventDao.Entry(
                Ids.next(),
                caller.credential(),
                change.owner(),
                change.type(),
                change.subjectType(),
                change.record().id(),
                change.record().version(),
                change.audience(),
                false,
                change.reason(),
                caller.request().id(),
                salt,
                data,
                digest(salt, data, change.reason()));
    }

    /** Tells those who can no longer see the record to drop what they have of it. */
    private static EventDao.Entry hidden(Caller caller, Change change) {
        return new EventDao.Entry(
                Ids.next(),
                null,
                change.owner(),
                change.subjectType() + ".hidden",
                change.subjectType(),
                change.record().id(),
                change.record().version(),
                change.before(),
                true,
                null,
                caller.request().id(),
                null,
                null,
                digest(new byte[0], "", null));
    }

    /** SHA-256 of salt and data, and of the reason where one was given: what is redacted together. */
    static byte[] digest(byte[] salt, @Nullable String data, @Nullable String reason) {
        MessageDigest digest = Sha256.digest();
        digest.update(salt);
        digest.update((data == null ? "" : data).getBytes(StandardCharsets.UTF_8));
        // a byte that no text contains keeps the two apart
        if (reason != null) digest.update((byte) 0xFF);
        if (reason != null) digest.update(reason.getBytes(StandardCharsets.UTF_8));
        return digest.digest();
    }
}

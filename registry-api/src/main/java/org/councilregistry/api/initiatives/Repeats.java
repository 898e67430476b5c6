package org.councilregistry.api.initiatives;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Json;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.PublishOutcome;

/**
 * Publishes that changed nothing. A council's system sends the same records night after night; while neither what it sends
 * nor anything that the record shows has changed, the answer is the same, too, and costs one look at the database.
 */
final class Repeats {
    private static final Duration LASTING = Duration.ofHours(23);

    private final InitiativeDao dao;
    private final Cache<Address, Kept> kept =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LASTING).build();

    private record Address(String organisation, String externalId) {}

    private record Kept(byte[] sent, InitiativeDao.Stamp stamp, PublishService.Done done) {}

    /** Asks this Dao whether a record has changed. */
    Repeats(InitiativeDao dao) {
        this.dao = dao;
    }

    /** What came of the very same publish, if it would come out the same now. */
    Optional<PublishService.Done> again(PublishService.Ask ask, Patch sent) {
        if (!ask.plain()) return Optional.empty();
        Kept last = kept.getIfPresent(address(ask));
        if (last == null || !Arrays.equals(last.sent(), Json.digest(sent.members()))) return Optional.empty();
        return stamp(last.done())
                .filter(now -> now.equals(last.stamp()) && seenToday(now))
                .map(same -> last.done());
    }

    /** Keeps what came of a publish, where it changed nothing. */
    void keep(PublishService.Ask ask, Patch sent, PublishService.Done done) {
        if (!ask.plain() || done.outcome() != PublishOutcome.UNCHANGED || !lasting(ask, done)) return;
        stamp(done)
                .filter(now -> now.version() == done.initiative().version() && seenToday(now))
                .ifPresent(now -> kept.put(address(ask), new Kept(Json.digest(sent.members()), now, done)));
    }

    private Optional<InitiativeDao.Stamp> stamp(PublishService.Done done) {
        return dao.stamp(done.initiative().id(), Caller.system("publish"));
    }

    private static Address address(PublishService.Ask ask) {
        return new Address(ask.organisation(), ask.externalId());
    }

    /** Whether the address means this organisation for as long as it is unchanged: a name may come to mean two. */
    private static boolean lasting(PublishService.Ask ask, PublishService.Done done) {
        OrganisationRef lead = done.initiative().organisation();
        String named = ask.organisation();
        return named.equals(lead.slug()) || named.equals(lead.id().toString()) || named.indexOf(':') > 0;
    }

    private static boolean seenToday(InitiativeDao.Stamp stamp) {
        return stamp.seen() != null && stamp.seen().isAfter(Instant.now().minus(LASTING));
    }
}

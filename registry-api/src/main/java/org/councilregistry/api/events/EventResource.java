package org.councilregistry.api.events;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.councilregistry.api.checkpoints.CheckpointDao;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Params;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Event;
import org.councilregistry.schema.Events;
import org.jspecify.annotations.Nullable;

/** The change feed. */
@Path("/v1/events")
public final class EventResource {
    private static final int WAITING = 64;
    /** How many positions one answer goes over at most, so that it ends in time however rare what is asked for. */
    private static final long STRETCH = 20_000;

    private final EventDao dao;
    private final Sealer sealer;
    private final CheckpointDao checkpoints;
    private final Consumer<Caller> standing;
    private final Semaphore waiting = new Semaphore(WAITING);

    /**
     * Reads by these Daos and waits for this sealer.
     *
     * @param standing refuses whoever may not go on after she has waited
     */
    public EventResource(EventDao dao, Sealer sealer, CheckpointDao checkpoints, Consumer<Caller> standing) {
        this.dao = dao;
        this.sealer = sealer;
        this.checkpoints = checkpoints;
        this.standing = standing;
    }

    /**
     * Reads what changed, in the order in which the changes became final. Nothing that the caller may see is missed or
     * repeated: keep {@code next} and give it as {@code after}. An answer ends early where events are large or those that are
     * asked for are rare: as long as {@code more} is true, go on.
     *
     * @param after the position behind which to begin; 0 for the beginning
     * @param types only these, separated by commas: event types such as {@code initiative.updated}, or nouns
     * @param limit how many at most, 1 to 1000
     * @param wait how many seconds to wait for an event when there is none, 0 to 20
     */
    @GET
    @Allows(Action.READ)
    public Events list(
            @Auth Caller caller,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("types") @Nullable String types,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("wait") @DefaultValue("0") int wait)
            throws InterruptedException {
        Params.limit(limit, 1000, "events");
        if (wait > 20) throw ProblemException.invalid("?wait", "out-of-range", "Wait 0 to 20 seconds.");
        List<String> wanted = types == null ? List.of() : Arrays.asList(types.split(",", 50));
        EventDao.Wanted query = new EventDao.Wanted(wanted, limit);
        long deadline = System.nanoTime() + wait * 1_000_000_000L;
        while (true) {
            long head = dao.head();
            long upTo = Math.min(head, after + STRETCH);
            List<EventDao.Sealed> read = dao.list(after, upTo, query, caller);
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (!read.isEmpty() || upTo < head || left <= 0 || !await(head, left)) {
                return answer(stretch(read, limit, upTo, head), caller);
            }
            standing.accept(caller);
        }
    }

    private boolean await(long head, long millis) throws InterruptedException {
        if (!waiting.tryAcquire()) return false;
        try {
            return sealer.listen(head, millis);
        } finally {
            waiting.release();
        }
    }

    /** What was read, where to go on, and whether at once. */
    private record Stretch(List<EventDao.Sealed> read, long next, boolean more, long head) {}

    private static Stretch stretch(List<EventDao.Sealed> read, int limit, long upTo, long head) {
        boolean cut = EventDao.Sealed.cut(read, limit);
        long next = cut ? read.get(read.size() - 1).position() : upTo;
        return new Stretch(read, next, cut || upTo < head, head);
    }

    private Events answer(Stretch stretch, Caller caller) {
        List<Event> items = stretch.read().stream().map(e -> event(e, caller)).toList();
        return new Events(
                items,
                stretch.next(),
                stretch.more(),
                checkpoints.latest(stretch.head()).orElse(null));
    }

    private static Event event(EventDao.Sealed sealed, Caller caller) {
        return new Event(
                sealed.position(),
                sealed.id(),
                sealed.at(),
                sealed.type(),
                sealed.subject(),
                sealed.organisation(),
                sealed.actor(),
                sealed.reason(),
                History.data(sealed, caller),
                sealed.hash() == null ? "" : HexFormat.of().formatHex(sealed.hash()));
    }
}

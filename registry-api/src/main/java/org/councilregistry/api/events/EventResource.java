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

    private final EventDao dao;
    private final Sealer sealer;
    private final CheckpointDao checkpoints;
    private final Semaphore waiting = new Semaphore(WAITING);

    /** Reads by these Daos and waits for this sealer. */
    public EventResource(EventDao dao, Sealer sealer, CheckpointDao checkpoints) {
        this.dao = dao;
        this.sealer = sealer;
        this.checkpoints = checkpoints;
    }

    /**
     * Reads what changed, in the order in which the changes became final. Nothing that the caller may see is missed or
     * repeated: keep {@code next} and give it as {@code after}.
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
            List<EventDao.Sealed> read = dao.list(after, head, query, caller);
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (!read.isEmpty() || left <= 0 || !await(head, left)) return answer(read, head, limit, caller);
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

    private Events answer(List<EventDao.Sealed> read, long head, int limit, Caller caller) {
        boolean more = read.size() == limit;
        List<Event> items = read.stream().map(e -> event(e, caller)).toList();
        long next = more ? read.get(limit - 1).position() : head;
        return new Events(items, next, more, checkpoints.latest(head).orElse(null));
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

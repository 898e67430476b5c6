package org.councilregistry.api.pairs;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.platform.Standing;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.OverlapResponse;
import org.councilregistry.schema.OverlapState;
import org.councilregistry.schema.OverlapStep;
import org.councilregistry.schema.Role;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Compares one initiative with the others and keeps its pairs accordingly. The same pair is one row, whichever side is
 * compared; compared again without a change, nothing happens.
 */
final class PairKeeper {
    private static final Comparator<UUID> AS_STORED = Comparator.comparing(UUID::toString);
    private static final Caller REGISTRY = Caller.system("pairs");

    private final PairFinder finder;
    private final PairEvents events;

    PairKeeper(PairFinder finder, EventService events) {
        this.finder = finder;
        this.events = new PairEvents(events);
    }

    /** What was found of an initiative, and what was kept. */
    private record Work(
            UUID id,
            PairUpdateDao dao,
            PairUpdateDao.Side side,
            Map<UUID, PairFinder.Found> found,
            Map<UUID, PairUpdateDao.Side> others) {
        PairUpdateDao.Pair pair(UUID other, String detector) {
            PairFinder.Found pair = found.get(other);
            PairUpdateDao.Side there = others.get(other);
            if (pair == null || there == null) throw new IllegalStateException("not found: " + other);
            boolean first = AS_STORED.compare(id, other) < 0;
            List<String> here = Wording.stems(side);
            List<String> away = Wording.stems(there);
            return new PairUpdateDao.Pair(
                    first ? id : other,
                    first ? other : id,
                    pair.score(),
                    pair.band(),
                    pair.reasons(),
                    detector,
                    first ? here : away,
                    first ? away : here);
        }
    }

    /** Compares this initiative, in the transaction that took it from the queue. */
    void compare(Handle tx, UUID id) {
        PairUpdateDao dao = tx.attach(PairUpdateDao.class);
        Optional<PairUpdateDao.Side> side = dao.side(id);
        if (side.isEmpty()) return;
        Work work = work(dao, side.get());
        TreeMap<UUID, Optional<PairUpdateDao.Kept>> pairs = new TreeMap<>(AS_STORED);
        work.others().keySet().forEach(other -> pairs.put(other, Optional.empty()));
        for (PairUpdateDao.Kept kept : dao.kept(id)) {
            pairs.put(kept.leftId().equals(id) ? kept.rightId() : kept.leftId(), Optional.of(kept));
        }
        boolean again = false;
        for (Map.Entry<UUID, Optional<PairUpdateDao.Kept>> pair : pairs.entrySet()) {
            again |= pair.getValue().isEmpty()
                    ? !open(tx, work, pair.getKey())
                    : !keep(tx, work, pair.getKey(), pair.getValue().get());
        }
        if (again) dao.queue(List.of(id), 0);
        if (side.get().published()) takeOver(tx, dao, id);
        else dao.forgetNotes(id);
    }

    /** Takes over what was noted when the initiative was published, as the registrant's own doing. */
    private void takeOver(Handle tx, PairUpdateDao dao, UUID id) {
        for (PairUpdateDao.Noted note : dao.takeNotes(id)) {
            if (note.shown()) dao.shown(note.pair());
            if (note.response() == null || !note.latest()) continue;
            Caller registrant =
                    new Caller(note.notedBy(), Role.EDITOR, null, Standing.USUAL, List.of(), null, REGISTRY.request());
            OverlapResponse said = new OverlapResponse(note.response(), note.why());
            OverlapStep step = dao.answered(note.pair(), said, note.owner());
            events.tell(tx, registrant, step, new PairEvents.Happened("overlap.responded", note.why()));
        }
    }

    private Work work(PairUpdateDao dao, PairUpdateDao.Side side) {
        Map<UUID, PairFinder.Found> found = new HashMap<>();
        if (side.published()) {
            for (PairFinder.Found pair : finder.of(side.id(), dao.partners(side.id()))) {
                if (pair.band() == Band.SAME || pair.band() == Band.CLOSE) found.put(pair.other(), pair);
            }
        }
        Map<UUID, PairUpdateDao.Side> others = new HashMap<>();
        if (!found.isEmpty()) {
            dao.others(side.id(), List.copyOf(found.keySet())).forEach(other -> others.put(other.id(), other));
        }
        return new Work(side.id(), dao, side, found, others);
    }

    /** Opens a pair; false if another worker was faster. */
    private boolean open(Handle tx, Work work, UUID other) {
        Optional<OverlapStep> opened = work.dao().insert(Ids.next(), work.pair(other, finder.detector()));
        opened.ifPresent(step -> tell(tx, step, "overlap.opened", null));
        return opened.isPresent();
    }

    /** Keeps a pair as it is found now; false if another worker has just done so with what it had read. */
    private boolean keep(Handle tx, Work work, UUID other, PairUpdateDao.Kept kept) {
        if (kept.overtaken()) return false;
        if (work.others().containsKey(other)) meet(tx, work.dao(), kept, work.pair(other, finder.detector()));
        else lose(tx, work.dao(), kept);
        return true;
    }

    private void meet(Handle tx, PairUpdateDao dao, PairUpdateDao.Kept kept, PairUpdateDao.Pair found) {
        boolean settled = kept.state() == OverlapState.DECIDED || kept.state() == OverlapState.CLOSED;
        String why = settled ? Wording.reopens(kept, found) : null;
        if (settled && why == null) {
            events.settle(tx, dao.keep(kept.id(), found.reasons(), false));
        } else if (settled || kept.state() == OverlapState.GONE) {
            tell(tx, dao.refresh(kept.id(), OverlapState.OPEN, 1, found), "overlap.opened", why);
        } else if (kept.band() != found.band()) {
            tell(tx, dao.refresh(kept.id(), kept.state(), 1, found), "overlap.changed", null);
        } else {
            events.settle(tx, dao.refresh(kept.id(), kept.state(), 0, found));
        }
    }

    private void lose(Handle tx, PairUpdateDao dao, PairUpdateDao.Kept kept) {
        boolean open = kept.state() == OverlapState.OPEN || kept.state() == OverlapState.IN_CASE;
        if (open) tell(tx, dao.lose(kept.id()), "overlap.gone", null);
        else events.settle(tx, dao.keep(kept.id(), List.of(), !kept.bothPublished()));
    }

    private void tell(Handle tx, OverlapStep step, String type, @Nullable String why) {
        events.tell(tx, REGISTRY, step, new PairEvents.Happened(type, why));
    }
}

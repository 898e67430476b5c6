package org.councilregistry.api.pairs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.Match;
import org.councilregistry.schema.MatchResponse;
import org.councilregistry.schema.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What passes between registry and registrant when she publishes: she is shown what looks alike, and says what she will do
 * about it. Both are noted, and the pair takes them over as soon as it is there.
 */
public final class Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

    private final Databases databases;
    private final PairDao dao;
    private final BiFunction<Caller, Initiative, List<Match>> matches;

    /** Notes in this database; {@code matches} finds what others do alike. */
    public Registration(Databases databases, BiFunction<Caller, Initiative, List<Match>> matches) {
        this.databases = databases;
        this.dao = databases.read(PairDao.class);
        this.matches = matches;
    }

    /** Refuses an answer that lacks its why; to be called before anything is stored. */
    public void check(List<MatchResponse> responses) {
        for (int i = 0; i < responses.size(); i++) {
            MatchResponse response = responses.get(i);
            PairService.requireWhy("/responses/" + i + "/why", response.response(), response.why());
        }
    }

    /**
     * What others do that looks like a record, each with the pair that it is in, if there is one; nothing where that
     * fails: the record is stored, and whoever published it must not be told otherwise.
     */
    public List<Match> matches(Caller caller, Initiative record) {
        try {
            return alike(caller, record);
        } catch (RuntimeException e) {
            LOG.warn("published without a look at what is alike: {}", e.toString());
            return List.of();
        }
    }

    private List<Match> alike(Caller caller, Initiative record) {
        List<Match> found = matches.apply(caller, record);
        if (found.isEmpty()) return found;
        Map<UUID, UUID> pairs = new HashMap<>();
        List<UUID> others = found.stream().map(m -> m.initiative().id()).toList();
        dao.between(record.id(), others, caller).forEach(known -> pairs.put(known.other(), known.pair()));
        return found.stream()
                .map(m -> new Match(
                        m.initiative(),
                        m.band(),
                        m.reasons(),
                        m.highlights(),
                        m.draftHighlights(),
                        pairs.get(m.initiative().id())))
                .toList();
    }

    /**
     * Notes which matches were shown with a record, and what its publisher says to these and to earlier ones. Where that cannot
     * be stored, a publisher who said something is told to say it again.
     */
    public void note(Caller caller, UUID record, List<Match> shown, List<MatchResponse> responses) {
        try {
            store(caller, record, shown, responses);
        } catch (RuntimeException e) {
            LOG.warn("what looks alike was shown and not noted: {}", e.toString());
            if (responses.isEmpty()) return;
            throw new ProblemException(
                    ProblemType.OUTCOME_UNKNOWN,
                    "The record is stored; whether your responses are is not known. Repeat the request.");
        }
    }

    private void store(Caller caller, UUID record, List<Match> shown, List<MatchResponse> responses) {
        List<PairDao.Note> notes = new ArrayList<>();
        for (Match match : shown) {
            // what is merely related never becomes a pair
            if (match.band() == Band.RELATED) continue;
            notes.add(new PairDao.Note(match.initiative().id(), true, null, null));
        }
        for (MatchResponse said : responses) {
            notes.add(new PairDao.Note(Objects.requireNonNull(said.initiative()), false, said.response(), said.why()));
        }
        if (notes.isEmpty()) return;
        databases.inTransaction(tx -> {
            PairDao own = tx.attach(PairDao.class);
            boolean news = false;
            for (int written : own.note(record, notes, caller)) news |= written > 0;
            if (news) tx.attach(PairUpdateDao.class).queue(List.of(record));
            return news;
        });
    }
}

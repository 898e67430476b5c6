package org.councilregistry.api.boilerplate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.councilregistry.api.meanings.ComparedText;
import org.councilregistry.api.meanings.Sentences;
import org.councilregistry.api.platform.Background;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Working;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts which sentences published initiatives have in common, and takes out of texts what too many say. */
public final class Boilerplate implements Working {
    /** What so many say tells nothing of any of them. */
    static final int MANY = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Boilerplate.class);
    private static final int BATCH = 200;
    private static final long PAUSE = 500;
    private static final int FEWEST_WORDS = 3;

    private final Databases databases;
    private final BoilerplateDao dao;
    private final Changed changed;
    private final Background background = new Background("boilerplate", this::turn);
    private volatile Set<UUID> known = Set.of();
    private volatile boolean ready;

    /** Who is told that initiatives are to be compared again. */
    public interface Changed {
        /** These say something that is boilerplate from now on. */
        void say(Handle tx, List<UUID> initiatives);
    }

    /** Counts in this database. */
    public Boilerplate(Databases databases, Changed changed) {
        this.databases = databases;
        this.dao = databases.read(BoilerplateDao.class);
        this.changed = changed;
        databases.afterWrite(background::wake);
    }

    @Override
    public Background background() {
        return background;
    }

    /** Whether this node has counted what was there, but for the latest changes. */
    public boolean ready() {
        return ready;
    }

    /** How many sentences are boilerplate, as far as this node knows; it only grows. */
    public int size() {
        return known.size();
    }

    /** Takes over what other nodes have found. */
    public void refresh() {
        if (dao.count() != known.size()) known = Set.copyOf(dao.all());
    }

    /** The text without boilerplate. Its title stays: that is what the work is called. */
    public ComparedText without(ComparedText text) {
        Set<UUID> all = known;
        return all.isEmpty() ? text : text.only(sentence -> !all.contains(Sentences.name(sentence)));
    }

    private void turn() throws InterruptedException {
        refresh();
        int counted = dao.anyWaiting() ? batch() : 0;
        ready = counted < BATCH;
        if (counted > 0) return;
        background.await(PAUSE);
    }

    /** Counts the sentences of some initiatives; returns how many there were. */
    private int batch() {
        return databases.jdbi().inTransaction(tx -> {
            BoilerplateDao own = tx.attach(BoilerplateDao.class);
            List<BoilerplateDao.Waiting> taken = own.take(BATCH);
            List<UUID> found = count(own, taken);
            if (!found.isEmpty()) {
                List<UUID> saying = own.saying(found);
                LOG.info("{} more sentences are boilerplate; {} initiatives say them", found.size(), saying.size());
                changed.say(tx, saying);
            }
            own.done(taken.stream().map(BoilerplateDao.Waiting::place).toList());
            return taken.size();
        });
    }

    private static List<UUID> count(BoilerplateDao own, List<BoilerplateDao.Waiting> taken) {
        own.forget(taken.stream().map(BoilerplateDao.Waiting::id).distinct().toList());
        List<UUID> sentences = new ArrayList<>();
        List<UUID> initiatives = new ArrayList<>();
        for (BoilerplateDao.Waiting one : taken) {
            if (!one.published()) continue;
            for (UUID sentence : sentences(one)) {
                sentences.add(sentence);
                initiatives.add(one.id());
            }
        }
        own.note(sentences, initiatives);
        return own.find(sentences.stream().distinct().toList(), MANY);
    }

    private static Set<UUID> sentences(BoilerplateDao.Waiting one) {
        Set<UUID> names = new LinkedHashSet<>();
        Stream.of(one.summary(), one.problem(), one.users(), one.approach())
                .filter(Objects::nonNull)
                .flatMap(text -> Sentences.of(text).stream())
                .map(Sentences::plain)
                .filter(sentence -> sentence.split(" ", -1).length >= FEWEST_WORDS)
                .forEach(sentence -> names.add(Sentences.name(sentence)));
        return names;
    }
}

package org.councilregistry.api.meanings;

import io.dropwizard.lifecycle.Managed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.councilregistry.api.platform.Databases;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The model, what it has computed, and who computes it. Until it is started, and where it does not run, there is no model. */
public final class Meanings implements Managed {
    private final Databases databases;
    private final MeaningDao dao;
    private final KindsOfWork kinds = new KindsOfWork();
    private final MeaningIndex index;
    private final Parts parts;
    private volatile @Nullable Embedder model;
    private volatile @Nullable MeaningWorker worker;
    private volatile boolean started;

    /**
     * What meanings are kept by.
     *
     * @param centre the mean direction of texts of this kind
     * @param wanted whether to use the model at all
     * @param compared gives what of a text is compared, as it is now
     * @param learnt is told of those whose meaning another node has computed, when this node knows it
     */
    public record Parts(
            float[] centre,
            boolean wanted,
            Supplier<UnaryOperator<ComparedText>> compared,
            Consumer<List<UUID>> learnt) {}

    /** Keeps the meanings of this database. */
    public Meanings(Databases databases, Parts parts) {
        this.databases = databases;
        this.dao = databases.read(MeaningDao.class);
        this.index = new MeaningIndex(parts.centre());
        this.parts = parts;
    }

    @Override
    public void start() {
        Embedder opened = parts.wanted() ? Embedder.open().orElse(null) : null;
        model = opened;
        started = true;
        if (opened == null) return;
        MeaningWorker computing = new MeaningWorker(new MeaningWorker.Parts(
                databases, opened, kinds, reading(kinds, parts.centre()), index, parts.compared(), parts.learnt()));
        worker = computing;
        computing.start();
    }

    /** Names the centre and the kinds of work: what was read by others is read again. */
    static String reading(KindsOfWork kinds, float[] centre) {
        return Sentences.name(kinds.name() + Arrays.toString(centre)).toString();
    }

    @Override
    public void stop() throws InterruptedException {
        MeaningWorker computing = worker;
        if (computing != null) computing.stop();
        Embedder opened = model;
        model = null;
        if (opened != null) opened.close();
    }

    /** The model; null where it does not run: then words alone are compared. */
    public @Nullable Embedder model() {
        return model;
    }

    /** The kinds of work. */
    public KindsOfWork kinds() {
        return kinds;
    }

    /** What has been computed. */
    public MeaningIndex index() {
        return index;
    }

    /** The sentences of a text; none where the model does not run. */
    public List<Sentence> sentences(ComparedText text) {
        Embedder opened = model;
        return opened == null ? List.of() : index.sentences(opened.of(text.whole()));
    }

    /** The sentences of initiatives, as far as they have been computed from these very texts. */
    public Map<UUID, List<Sentence>> sentences(Map<UUID, ComparedText> texts) {
        Map<UUID, List<Sentence>> sentences = new HashMap<>();
        if (model == null || texts.isEmpty()) return sentences;
        for (MeaningDao.Sentences kept : dao.sentences(List.copyOf(texts.keySet()), Embedder.MODEL)) {
            ComparedText text = texts.get(kept.initiativeId());
            if (text != null && text.hash().equals(kept.textHash())) {
                sentences.put(kept.initiativeId(), Sentence.of(kept.sentences()));
            }
        }
        return sentences;
    }

    /** Lets the meanings of initiatives be computed again, where what is compared of their texts has changed. */
    public static void again(Handle tx, List<UUID> initiatives) {
        tx.attach(MeaningDao.class).queue(initiatives);
    }

    /** Whether this node knows every meaning that has been computed. */
    public boolean ready() {
        MeaningWorker computing = worker;
        return started && (computing == null || computing.loaded());
    }

    /** Whether what was read by another model, centre or kinds of work is being read again; until then, answers are what they were. */
    public boolean renewing() {
        MeaningWorker computing = worker;
        return computing != null && computing.renewing();
    }

    /** How many meanings are still to be computed. */
    public long waiting() {
        MeaningWorker computing = worker;
        return computing == null ? 0 : computing.waiting();
    }

    /** Whether this node knows every meaning that has been computed, and none is still to be. */
    public boolean complete() {
        MeaningWorker computing = worker;
        return ready() && (computing == null || computing.waiting() == 0);
    }
}

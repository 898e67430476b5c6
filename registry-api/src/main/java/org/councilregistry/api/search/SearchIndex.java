package org.councilregistry.api.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.councilregistry.api.events.ChainDao;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Trees;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This node's index. Opened where it is whole and of this database, otherwise built again by the one who follows events. */
public final class SearchIndex implements Managed {
    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    private static final Set<String> NOUNS = Set.of("initiative", "component", "organisation");
    /** What other records' entries tell of, too. */
    private static final Set<String> TOLD_OF = Set.of("organisation", "service");

    private static final int AT_ONCE = 500;
    private static final int FORMAT = 3;

    private final Path folder;
    private final SearchDao dao;
    /** Which versions this node has indexed lately, so that following the events does not do it again. */
    private final Cache<UUID, Integer> indexed =
            Caffeine.newBuilder().maximumSize(20_000).build();

    private @Nullable IndexWriter writer;
    private @Nullable Searchers searchers;
    private volatile boolean ready;
    private volatile String progress = "the index is being opened";

    /** Keeps its files in this folder and reads records by this Dao. */
    public SearchIndex(Path folder, SearchDao dao) {
        this.folder = folder;
        this.dao = dao;
    }

    @Override
    public void start() {
        if (!open()) {
            throw new IllegalStateException("Another service works with " + folder.getParent()
                    + ". Give each node a data folder of its own with --data or REGISTRY_DATA.");
        }
    }

    /** Opens the index; false where another process of this machine has it. */
    boolean open() {
        try {
            Files.createDirectories(folder);
            tryOpen();
            return true;
        } catch (LockObtainFailedException e) {
            return false;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the search index cannot be read and is built again: {}", e.toString());
            reset();
            return true;
        }
    }

    private void tryOpen() throws IOException {
        Analyzer analyzer = new PerFieldAnalyzerWrapper(Words.TEXT, Map.of(Documents.BEGINNING, Words.BEGINNINGS));
        IndexWriterConfig config = new IndexWriterConfig(analyzer);
        config.setCommitOnClose(false);
        config.setRAMBufferSizeMB(32);
        writer = new IndexWriter(FSDirectory.open(folder), config);
        searchers = new Searchers(writer);
    }

    private void reset() {
        try {
            closeQuietly();
            Trees.delete(folder);
            Files.createDirectories(folder);
            tryOpen();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index in " + folder + " can be neither read nor made", e);
        }
    }

    /** Whether searches see everything. */
    public boolean ready() {
        return ready;
    }

    /** How far the index has come while it is not ready. */
    public String progress() {
        return progress;
    }

    void ready(boolean now) {
        ready = now;
    }

    /**
     * Takes over what has just become of a record: it is searchable after this call. An index that is being built is left
     * alone; whoever builds it meets the change among the events.
     */
    public void changed(String type, UUID id, int version) {
        if (!ready) return;
        try {
            if (behind(id, version)) put(type, List.of(id));
        } catch (RuntimeException e) {
            LOG.warn("a change is not searchable yet, the events will bring it: {}", e.toString());
        }
    }

    /** Takes over these changes: they are searchable after this call. */
    public void met(List<ChainDao.Changed> events) {
        if (!ready) return;
        follow(events);
        refresh();
    }

    /** Takes over what the events say has changed. */
    void follow(List<ChainDao.Changed> events) {
        Map<String, List<UUID>> behind = new TreeMap<>();
        for (ChainDao.Changed event : events) {
            if (NOUNS.contains(event.type()) && !event.ofDraft() && behind(event.id(), event.version())) {
                behind.computeIfAbsent(event.type(), type -> new ArrayList<>()).add(event.id());
            }
        }
        behind.forEach(this::put);
        List<UUID> told = events.stream()
                .filter(event -> TOLD_OF.contains(event.type()))
                .map(ChainDao.Changed::id)
                .distinct()
                .toList();
        if (!told.isEmpty()) about(told);
    }

    /** A council's name and a service's words stand with every record of theirs. */
    private void about(List<UUID> told) {
        for (String type : List.of("initiative", "component")) {
            List<UUID> ids = dao.about(type, told);
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                put(type, ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            }
        }
    }

    private boolean behind(UUID id, int version) {
        Integer known = indexed.getIfPresent(id);
        return known == null || known < version;
    }

    private synchronized void put(String type, List<UUID> ids) {
        try {
            Set<UUID> gone = new HashSet<>(ids);
            for (SearchDao.Entry entry : dao.entries(type, List.copyOf(gone))) {
                writer().updateDocument(Documents.key(type, entry.id()), Documents.of(entry));
                indexed.put(entry.id(), entry.version());
                gone.remove(entry.id());
            }
            for (UUID id : gone) {
                writer().deleteDocuments(Documents.key(type, id));
                indexed.invalidate(id);
            }
            searchers().changed();
        } catch (IOException e) {
            ready = false;
            throw new UncheckedIOException("the search index cannot be written", e);
        }
    }

    /** The file by which the process that has the index is asked to build it anew; it removes the file when it has. */
    Path rebuildMark() {
        return folder.resolveSibling("index-to-be-built");
    }

    /** Where in the chain of events the index stands; empty for an index that is new or of another format. */
    Optional<ChainDao.Place> place() {
        Iterable<Map.Entry<String, String>> data = writer().getLiveCommitData();
        if (data == null) return Optional.empty();
        String position = null;
        String hash = null;
        String format = null;
        for (Map.Entry<String, String> entry : data) {
            if (entry.getKey().equals("position")) position = entry.getValue();
            if (entry.getKey().equals("hash")) hash = entry.getValue();
            if (entry.getKey().equals("format")) format = entry.getValue();
        }
        if (position == null || hash == null || !("" + FORMAT).equals(format)) return Optional.empty();
        return Optional.of(
                new ChainDao.Place(Long.parseLong(position), HexFormat.of().parseHex(hash)));
    }

    /** Makes what was indexed durable, together with the place it stands for. */
    synchronized void commit(ChainDao.Place place) throws IOException {
        Map<String, String> data = Map.of(
                "position",
                "" + place.position(),
                "hash",
                HexFormat.of().formatHex(place.hash()),
                "format",
                "" + FORMAT);
        writer().setLiveCommitData(data.entrySet());
        writer().commit();
    }

    /** Empties the index and fills it with these records. */
    synchronized void fill(Stream<SearchDao.Entry> entries) throws IOException {
        ready = false;
        indexed.invalidateAll();
        writer().deleteAll();
        int count = 0;
        for (SearchDao.Entry entry : (Iterable<SearchDao.Entry>) entries::iterator) {
            writer().addDocument(Documents.of(entry));
            if (++count % 1000 == 0) progress = "the index is being built: " + count + " records";
        }
        searchers().changed();
        LOG.info("search index built: {} records", count);
    }

    /** Searches what has been indexed up to now. */
    <T> T search(Searchers.Use<T> use) {
        refresh();
        return opened().search(use);
    }

    /**
     * Searches what was indexed up to a quarter of a second ago: while much is written, making every change searchable by
     * itself costs more than the changes.
     */
    <T> T searchLately(Searchers.Use<T> use) {
        opened().refreshLately();
        return opened().search(use);
    }

    /** Makes all that was indexed up to now searchable. */
    public void refresh() {
        if (ready) searchers().refresh();
    }

    private Searchers opened() {
        if (!ready) throw new ProblemException(ProblemType.UNAVAILABLE, "Search is not ready: " + progress + ".");
        return searchers();
    }

    private IndexWriter writer() {
        if (writer == null) throw new IllegalStateException("the index is closed");
        return writer;
    }

    private Searchers searchers() {
        if (searchers == null) throw new IllegalStateException("the index is closed");
        return searchers;
    }

    private void closeQuietly() {
        try {
            if (searchers != null) searchers.close();
            if (writer != null) writer.close();
        } catch (IOException e) {
            LOG.warn("the search index did not close well: {}", e.toString());
        }
    }

    @Override
    public synchronized void stop() {
        ready = false;
        closeQuietly();
    }
}

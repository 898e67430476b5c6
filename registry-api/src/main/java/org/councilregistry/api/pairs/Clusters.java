package org.councilregistry.api.pairs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.search.Words;
import org.councilregistry.schema.MatchReason;
import org.councilregistry.schema.MatchedInitiative;
import org.councilregistry.schema.Overlap;
import org.councilregistry.schema.OverlapCluster;
import org.councilregistry.schema.Page;
import org.councilregistry.schema.ReasonKind;

/** Groups of initiatives that hang together by pairs: everything that can be reached over pairs is one group. */
final class Clusters {
    private static final int MOST_PAIRS = 100_000;
    private static final int SHOWN = 50;

    private Clusters() {}

    /** The largest groups of the pairs that the caller sees; of a huge group fifty initiatives are shown. */
    static Page<OverlapCluster> of(PairDao dao, PairDao.Filter filter, Caller caller, int limit) {
        List<List<PairDao.Edge>> groups = groups(dao.edges(filter, MOST_PAIRS, caller));
        List<OverlapCluster> shown = groups.stream()
                .limit(limit)
                .map(group -> cluster(dao, caller, group))
                .filter(cluster -> cluster.size() > 0)
                .toList();
        return new Page<>(shown, null, (long) groups.size());
    }

    /** Pairs by the group they belong to; the group with most initiatives first. */
    static List<List<PairDao.Edge>> groups(List<PairDao.Edge> edges) {
        Map<UUID, UUID> parents = new HashMap<>();
        for (PairDao.Edge edge : edges) {
            UUID one = root(parents, edge.one());
            UUID other = root(parents, edge.other());
            if (!one.equals(other)) parents.put(other, one);
        }
        Map<UUID, List<PairDao.Edge>> groups = new LinkedHashMap<>();
        for (PairDao.Edge edge : edges) {
            groups.computeIfAbsent(root(parents, edge.one()), r -> new ArrayList<>())
                    .add(edge);
        }
        return groups.values().stream()
                .sorted(Comparator.comparingInt(
                                (List<PairDao.Edge> group) -> members(group).size())
                        .reversed())
                .toList();
    }

    private static UUID root(Map<UUID, UUID> parents, UUID start) {
        UUID node = start;
        for (UUID parent = parents.get(node); parent != null; parent = parents.get(node)) {
            UUID grand = parents.get(parent);
            if (grand != null) parents.put(node, grand);
            node = parent;
        }
        return node;
    }

    private static Set<UUID> members(List<PairDao.Edge> group) {
        return group.stream().flatMap(e -> Stream.of(e.one(), e.other())).collect(Collectors.toSet());
    }

    private static OverlapCluster cluster(PairDao dao, Caller caller, List<PairDao.Edge> group) {
        List<UUID> ids = group.stream().limit(4L * SHOWN).map(PairDao.Edge::id).toList();
        List<Overlap> overlaps = dao.all(ids, caller);
        Map<UUID, MatchedInitiative> initiatives = new TreeMap<>(Comparator.comparing(UUID::toString));
        for (Overlap overlap : overlaps) {
            for (MatchedInitiative side : List.of(overlap.left(), overlap.right())) {
                if (initiatives.size() < SHOWN) initiatives.put(side.id(), side);
            }
        }
        List<UUID> between = overlaps.stream()
                .filter(o -> initiatives.containsKey(o.left().id())
                        && initiatives.containsKey(o.right().id()))
                .map(Overlap::id)
                .toList();
        int size = overlaps.isEmpty() ? 0 : members(group).size();
        return new OverlapCluster(
                common(List.copyOf(initiatives.values()), overlaps), size, List.copyOf(initiatives.values()), between);
    }

    /** The words that most titles share, as the first of them writes them; otherwise the reason that is given most often. */
    static String common(List<MatchedInitiative> initiatives, List<Overlap> overlaps) {
        Map<String, Integer> titles = new HashMap<>();
        for (MatchedInitiative initiative : initiatives) {
            Words.of(initiative.title()).stream()
                    .map(Words.Word::stem)
                    .distinct()
                    .forEach(stem -> titles.merge(stem, 1, Integer::sum));
        }
        List<String> best = List.of();
        for (MatchedInitiative initiative : initiatives) {
            List<String> shared = shared(initiative.title(), titles, initiatives.size());
            if (shared.size() > best.size()) best = shared;
        }
        if (!best.isEmpty()) return "Most are about \u201c" + String.join(" ", best) + "\u201d.";
        return overlaps.stream()
                .flatMap(o -> o.reasons().stream())
                .filter(Clusters::ofMany)
                .collect(Collectors.groupingBy(MatchReason::text, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("They are alike in pairs.");
    }

    /** Whether a reason can be one of many pairs: the time says nothing of the work, and two quotes are of one pair. */
    private static boolean ofMany(MatchReason reason) {
        boolean quotes = reason.kind() == ReasonKind.MEANING && reason.terms().size() > 1;
        return reason.kind() != ReasonKind.TIMING && !quotes;
    }

    private static List<String> shared(String title, Map<String, Integer> titles, int all) {
        return Words.of(title).stream()
                .filter(word -> 2 * titles.getOrDefault(word.stem(), 0) > all)
                .map(word -> title.substring(word.from(), word.to()).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}

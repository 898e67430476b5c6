package org.councilregistry.api.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** Reads which records were hit. */
final class HitIds {
    private HitIds() {}

    /** The ids of these hits, in their order. */
    static List<UUID> of(IndexSearcher searcher, ScoreDoc[] hits) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        UUID[] ids = new UUID[hits.length];
        Part part = null;
        for (int at : inOrderOfDocuments(hits)) {
            int doc = hits[at].doc;
            if (part == null || doc >= part.end()) part = Part.of(leaves.get(ReaderUtil.subIndex(doc, leaves)));
            ids[at] = part.id(doc);
        }
        return Stream.of(ids).toList();
    }

    private static Integer[] inOrderOfDocuments(ScoreDoc[] hits) {
        Integer[] order = new Integer[hits.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(at -> hits[at].doc));
        return order;
    }

    /** A part of the index, read from its beginning to its end. */
    private record Part(int base, int end, NumericDocValues high, NumericDocValues low) {
        static Part of(LeafReaderContext leaf) throws IOException {
            return new Part(
                    leaf.docBase,
                    leaf.docBase + leaf.reader().maxDoc(),
                    DocValues.getNumeric(leaf.reader(), Documents.ID_HIGH),
                    DocValues.getNumeric(leaf.reader(), Documents.ID_LOW));
        }

        UUID id(int doc) throws IOException {
            if (!high.advanceExact(doc - base) || !low.advanceExact(doc - base)) {
                throw new IOException("a document of the search index has no id");
            }
            return new UUID(high.longValue(), low.longValue());
        }
    }
}

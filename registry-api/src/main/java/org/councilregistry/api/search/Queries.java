package org.councilregistry.api.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.councilregistry.api.platform.Caller;
import org.jspecify.annotations.Nullable;

/** How what is looked for becomes a query. Pure. */
final class Queries {
    private static final Map<String, Float> FIELDS =
            Map.of(Documents.TITLE, 4f, Documents.SUMMARY, 2f, Documents.BODY, 1f, Documents.OWNER_NAME, 1.5f);
    /** How much of its score a record keeps that nobody has confirmed in time. */
    private static final float STALE = 0.8f;

    private Queries() {}

    /** The words, ranked: those in titles first, whole phrases above scattered words, stale records a little lower. */
    static Query words(@Nullable String q, LocalDate today) {
        List<String> stems = q == null
                ? List.of()
                : Words.of(q).stream().map(Words.Word::stem).toList();
        if (stems.isEmpty()) return new MatchAllDocsQuery();
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String stem : stems.stream().distinct().limit(64).toList()) all.add(anywhere(stem), Occur.SHOULD);
        int words = (int) stems.stream().distinct().limit(64).count();
        all.setMinimumNumberShouldMatch(words <= 2 ? words : Math.max(2, words * 2 / 3));
        BooleanQuery.Builder ranked = new BooleanQuery.Builder().add(all.build(), Occur.MUST);
        if (stems.size() > 1 && stems.size() <= 10) {
            String[] phrase = stems.toArray(String[]::new);
            ranked.add(new BoostQuery(new PhraseQuery(2, Documents.TITLE, phrase), 4), Occur.SHOULD);
            ranked.add(new BoostQuery(new PhraseQuery(2, Documents.SUMMARY, phrase), 2), Occur.SHOULD);
        }
        Query stale = LongPoint.newRangeQuery(Documents.CONFIRM_BY, Long.MIN_VALUE, today.toEpochDay() - 1);
        return FunctionScoreQuery.boostByQuery(ranked.build(), stale, STALE);
    }

    private static Query anywhere(String stem) {
        List<Query> places = FIELDS.entrySet().stream()
                .<Query>map(f -> new BoostQuery(new TermQuery(new Term(f.getKey(), stem)), f.getValue()))
                .toList();
        return new DisjunctionMaxQuery(places, 0.1f);
    }

    /** What narrows a search: what the caller may see, and the selected values, but for those of one facet. */
    static BooleanQuery narrowed(Query words, Caller caller, Map<String, List<String>> selected, String but) {
        BooleanQuery.Builder query =
                new BooleanQuery.Builder().add(words, Occur.MUST).add(Visible.to(caller), Occur.FILTER);
        selected.forEach((facet, values) -> {
            if (facet.equals(but)) return;
            List<BytesRef> terms = values.stream().map(BytesRef::new).toList();
            query.add(new TermInSetQuery(facet, terms), Occur.FILTER);
        });
        return query.build();
    }

    /** The order of hits; the id decides between equals, so that pages are stable. */
    static Sort order(String sort) {
        SortField first = switch (sort) {
            case "newest" -> new SortField(Documents.CREATED, SortField.Type.LONG, true);
            case "confirmed" -> new SortField(Documents.CONFIRMED, SortField.Type.LONG, true);
            default -> SortField.FIELD_SCORE;
        };
        return new Sort(
                first,
                new SortField(Documents.ID_HIGH, SortField.Type.LONG),
                new SortField(Documents.ID_LOW, SortField.Type.LONG));
    }

    /** Names of which each typed word is the beginning of a word. */
    static Query beginning(String typed) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<Words.Word> words = Words.words(Words.TYPED, typed);
        for (Words.Word word : words.stream().limit(10).toList()) {
            all.add(new TermQuery(new Term(Documents.BEGINNING, word.stem())), Occur.MUST);
        }
        return all.build();
    }
}

package org.councilregistry.api.search;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.councilregistry.api.platform.Caller;

/** {@code can_see}, said to the index: which records the caller may find. */
public final class Visible {
    private Visible() {}

    /** The filter of every query of this caller. */
    public static Query to(Caller caller) {
        String sees = caller.sees();
        if (sees.equals("all")) return new MatchAllDocsQuery();
        BooleanQuery.Builder any = new BooleanQuery.Builder().add(audience("public"), Occur.SHOULD);
        if (sees.equals("public")) return any.build();
        any.add(audience("sector"), Occur.SHOULD);
        UUID own = caller.own();
        if (own != null) any.add(both(audience("organisation"), owner(own)), Occur.SHOULD);
        if (sees.equals("area")) any.add(area(caller), Occur.SHOULD);
        return any.build();
    }

    private static Query area(Caller caller) {
        UUID[] area = caller.area();
        if (area == null) return audience("organisation");
        List<BytesRef> owners =
                Arrays.stream(area).map(id -> new BytesRef(id.toString())).toList();
        return both(audience("organisation"), new TermInSetQuery(Documents.OWNER, owners));
    }

    /** The records of one organisation. */
    public static Query owner(UUID organisation) {
        return new TermQuery(new Term(Documents.OWNER, organisation.toString()));
    }

    private static Query audience(String audience) {
        return new TermQuery(new Term(Documents.AUDIENCE, audience));
    }

    private static Query both(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.FILTER)
                .add(other, Occur.FILTER)
                .build();
    }
}

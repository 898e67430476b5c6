package org.councilregistry.api.search;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.councilregistry.api.search.SearchDao.Entry;
import org.jspecify.annotations.Nullable;

/** A record as the index keeps it: its words, what it is filtered and counted by, and nothing to show. */
final class Documents {
    static final String TITLE = "title";
    static final String SUMMARY = "summary";
    static final String BODY = "body";
    static final String OWNER_NAME = "ownerName";
    static final String BEGINNING = "beginning";
    static final String ALL = "all";
    static final String KEY = "key";
    /** The id as two numbers, which are read faster than letters. */
    static final String ID_HIGH = "idHigh";

    static final String ID_LOW = "idLow";
    static final String TYPE = "type";
    static final String AUDIENCE = "audience";
    static final String OWNER = "owner";
    static final String CONFIRMED = "confirmed";
    static final String CREATED = "created";
    static final String CONFIRM_BY = "confirmBy";
    /** By what a search is narrowed and counted. */
    static final List<String> FACETS = List.of("type", "phase", "service", "benefitArea", "organisation", "tag");

    private Documents() {}

    static Term key(String type, Object id) {
        return new Term(KEY, type + "/" + id);
    }

    static Document of(Entry entry) {
        Document document = new Document();
        document.add(new StringField(KEY, key(entry.type(), entry.id()).bytes(), Field.Store.NO));
        document.add(new NumericDocValuesField(ID_HIGH, entry.id().getMostSignificantBits()));
        document.add(new NumericDocValuesField(ID_LOW, entry.id().getLeastSignificantBits()));
        document.add(new StringField(AUDIENCE, entry.audience(), Field.Store.NO));
        document.add(new StringField(OWNER, entry.organisation().id().toString(), Field.Store.NO));
        texts(document, entry);
        facet(document, "type", List.of(entry.type()));
        if (entry.phase() != null) {
            facet(document, "phase", List.of(org.councilregistry.api.platform.Words.of(entry.phase())));
        }
        facet(document, "service", entry.services());
        facet(document, "benefitArea", entry.benefitAreas());
        facet(document, "organisation", List.of(entry.organisation().slug()));
        facet(document, "tag", entry.tags());
        document.add(new NumericDocValuesField(CONFIRMED, millis(entry.confirmedAt())));
        document.add(new NumericDocValuesField(CREATED, millis(entry.createdAt())));
        if (entry.confirmBy() != null)
            document.add(new LongPoint(CONFIRM_BY, entry.confirmBy().toEpochDay()));
        return document;
    }

    private static void texts(Document document, Entry entry) {
        text(document, TITLE, entry.title());
        text(document, SUMMARY, entry.summary());
        text(document, BODY, entry.body());
        text(document, OWNER_NAME, entry.organisation().name());
        text(document, BEGINNING, entry.title());
        if (entry.type().equals("organisation")) text(document, BEGINNING, entry.body());
        if (!entry.type().equals("organisation")) {
            text(
                    document,
                    ALL,
                    entry.title() + "\n" + entry.title() + "\n" + Objects.toString(entry.summary(), "") + "\n"
                            + entry.body());
        }
    }

    private static void text(Document document, String field, @Nullable String text) {
        if (text != null && !text.isEmpty()) document.add(new TextField(field, text, Field.Store.NO));
    }

    private static void facet(Document document, String field, List<String> values) {
        for (String value : values) {
            document.add(new StringField(field, value, Field.Store.NO));
            document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
        }
    }

    private static long millis(@Nullable Instant time) {
        return time == null ? 0 : time.toEpochMilli();
    }
}

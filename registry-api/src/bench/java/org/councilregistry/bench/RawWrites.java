package org.councilregistry.bench;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.platform.Json;
import org.councilregistry.api.platform.Words;
import org.councilregistry.schema.InitiativeDraft;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** The ceiling {@code raw}: the statements of a create and of an update, in the same transactions, by plain JDBC. */
final class RawWrites {
    private static final String INITIATIVES = "initiatives.InitiativeDao";
    private static final String EVENTS = "events.EventDao";
    private static final String KEYS = "platform.IdempotencyDao";

    private final Corpus corpus;
    private final Service service;
    private final int size;

    /** Writes to the copy of a service's database, with so many initiatives. */
    RawWrites(Corpus corpus, Service service, int size) {
        this.corpus = corpus;
        this.service = service;
        this.size = size;
    }

    private Connection connect() throws Exception {
        Connection connection = service.connect("bench");
        connection.setAutoCommit(false);
        return connection;
    }

    /** Idempotency key, initiative with phase, event with its place in the queue. */
    Target create() throws Exception {
        return Target.of("raw create", number -> {
            Connection connection = connect();
            DaoSql lock = new DaoSql(connection, KEYS, "lock");
            DaoSql find = new DaoSql(connection, KEYS, "find");
            DaoSql initiative = new DaoSql(connection, INITIATIVES, "insert");
            DaoSql event = new DaoSql(connection, EVENTS, "insert");
            DaoSql key = new DaoSql(connection, KEYS, "insert");
            SplittableRandom random = new SplittableRandom();
            List<Map<String, Object>> prepared = drafts(number);
            return () -> {
                Map<String, Object> values = prepared.get(random.nextInt(prepared.size()));
                values.put("id", Ids.next());
                values.put("subjectId", values.get("id"));
                values.put("phaseId", Ids.next());
                values.put("idempotencyKey", "" + new UUID(random.nextLong(), random.nextLong()));
                lock.run(values);
                find.run(values);
                initiative.run(values);
                values.put("subjectVersion", 1);
                values.put("version", 1);
                event(event, values);
                key.run(values);
                connection.commit();
            };
        });
    }

    /** The record read, its participants kept, the record written, event with its place in the queue. */
    Target update() throws Exception {
        return Target.of("raw update", number -> {
            Connection connection = connect();
            DaoSql find = new DaoSql(connection, INITIATIVES, "find");
            DaoSql parts = new DaoSql(connection, "initiatives.InitiativePartDao", "removeOthers");
            DaoSql update = new DaoSql(connection, INITIATIVES, "update");
            DaoSql event = new DaoSql(connection, EVENTS, "insert");
            SplittableRandom random = new SplittableRandom();
            int[] versions = new int[size];
            Arrays.fill(versions, 1);
            List<Map<String, Object>> prepared = drafts(number);
            return () -> {
                int n = Writes.changed(random, number, size);
                Map<String, Object> values = prepared.get(random.nextInt(prepared.size()));
                values.put("id", Corpus.id(1, n));
                values.put("subjectId", values.get("id"));
                values.put("initiative", values.get("id"));
                values.put("draft.externalId", Corpus.externalId(n));
                values.put("version", versions[n]);
                find.run(values);
                parts.run(values);
                if (update.run(values) == null) throw new SQLException("nothing was updated");
                versions[n]++;
                values.put("subjectVersion", versions[n]);
                event(event, values);
                connection.commit();
            };
        });
    }

    private static void event(DaoSql event, Map<String, Object> values) throws SQLException {
        Object subject = values.put("id", Ids.next());
        event.run(values);
        values.put("id", subject);
    }

    /** Values for every name in those statements, for some drafts. */
    private List<Map<String, Object>> drafts(int number) throws Exception {
        List<Map<String, Object>> drafts = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            InitiativeDraft draft = Json.MAPPER.treeToValue(Writes.body(corpus, number, i), InitiativeDraft.class);
            Map<String, Object> values = constants(number);
            for (RecordComponent component : InitiativeDraft.class.getRecordComponents()) {
                values.put("draft." + component.getName(), value(component, draft));
            }
            values.put("visibility", "public");
            values.put("data", Json.whole(draft) + "-".repeat(700));
            drafts.add(values);
        }
        return drafts;
    }

    private static Map<String, Object> constants(int number) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        for (String none : List.of("slug", "own", "area", "reason")) values.put(none, null);
        values.put("sees", "all");
        values.put("organisationId", Records.organisationId(number));
        values.put("state", "draft");
        values.put("unclaimed", false);
        values.put("origin", "form");
        values.put("completeness", json("{\"missing\":[]}"));
        values.put("lifetime", 90);
        values.put("kept", List.of());
        values.put("origins", List.of());
        values.put("actor", Records.organisationId(number));
        values.put("caller", Records.organisationId(number));
        values.put("type", "initiative.created");
        values.put("subjectType", "initiative");
        values.put("audience", "draft");
        values.put("tombstone", false);
        values.put("requestId", "" + Records.organisationId(number));
        values.put("hash", new byte[32]);
        values.put("salt", new byte[16]);
        values.put("digest", new byte[32]);
        return values;
    }

    private static @Nullable Object value(RecordComponent component, InitiativeDraft draft) throws Exception {
        Object value = component.getAccessor().invoke(draft);
        if (value instanceof Enum<?> word) return Words.of(word);
        if (value instanceof Record) return json(Json.whole(value));
        if (!(value instanceof List<?> list)) return value;
        Class<?> element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        if (element.isRecord()) return json(Json.whole(value));
        return list.stream()
                .map(v -> v instanceof Enum<?> word ? Words.of(word) : v)
                .toList();
    }

    private static PGobject json(String text) throws SQLException {
        PGobject json = new PGobject();
        json.setType("jsonb");
        json.setValue(text);
        return json;
    }
}

package org.councilregistry.api.meanings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.councilregistry.schema.InitiativeDraft;

/** Meanings of made-up records: real ones of some texts, each a little changed, the same in every run. */
public final class MadeMeanings {
    private static final double CHANGE = 0.4;

    private final float[] centre;
    private final KindsOfWork kinds = new KindsOfWork();
    private final MeaningIndex reader;
    private final List<Meaning> real = new ArrayList<>();
    private final MeaningIndex index;
    private int grown;

    /** By this model's meanings of these texts, as seen from this centre. */
    public MadeMeanings(Embedder model, List<InitiativeDraft> texts, float[] centre) {
        this.centre = centre;
        reader = new MeaningIndex(centre);
        index = new MeaningIndex(centre);
        texts.forEach(draft -> real.add(model.of(text(draft))));
    }

    /** What of a draft is compared. */
    public static String text(InitiativeDraft draft) {
        return ComparedText.of(draft).whole();
    }

    /** What each kind of work is called, and three sentences that are said of it: plain English, as councils write. */
    public static List<List<String>> kindsOfWork() throws IOException {
        try (InputStream table = KindsOfWork.class.getResourceAsStream("kinds-of-work.tsv")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split("\\t| \\| ", -1)))
                    .map(cells -> cells.subList(1, 5))
                    .toList();
        }
    }

    private float[] whole(int n) {
        SplittableRandom random = new SplittableRandom(n);
        float[] whole = real.get(n % real.size()).whole().clone();
        double noise = CHANGE / Math.sqrt(whole.length);
        for (int i = 0; i < whole.length; i++) whole[i] += (float) (noise * random.nextGaussian());
        return Vectors.unit(whole);
    }

    /** Gives every published initiative of a database a meaning, as if it had been computed. */
    public void into(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into meanings"
                                + " (initiative_id, model, reading, text_hash, whole, sentences, kinds) values (?, ?, ?, ?, ?, ?, ?)")) {
            String reading = Meanings.reading(kinds, centre);
            statement.setFetchSize(1_000);
            int n = 0;
            try (ResultSet ids = statement.executeQuery(
                    "select id, title, summary, department, technologies, systems, problem, users,"
                            + " approach from initiatives where state = 'published' order by id")) {
                while (ids.next()) {
                    Meaning near = real.get(n % real.size());
                    float[] whole = whole(n++);
                    insert.setObject(1, ids.getObject(1, UUID.class));
                    insert.setString(2, Embedder.MODEL);
                    insert.setString(3, reading);
                    insert.setString(4, compared(ids).hash());
                    insert.setBytes(5, Vectors.bytes(whole));
                    insert.setBytes(6, Sentence.bytes(reader.sentences(near)));
                    insert.setBytes(7, reader.known(whole, kinds).kinds().bytes());
                    insert.addBatch();
                    if (n % 1_000 == 0) insert.executeBatch();
                }
            }
            insert.executeBatch();
            statement.execute("delete from meaning_queue");
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private static ComparedText compared(ResultSet row) throws SQLException {
        return ComparedText.of(
                row.getString("title"),
                row.getString("summary"),
                row.getString("department"),
                ComparedText.labels(list(row, "technologies"), list(row, "systems")),
                Arrays.asList(row.getString("problem"), row.getString("users"), row.getString("approach")));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    /** Milliseconds that half of the searches among so many meanings take, without anything around them; to be asked of more and more. */
    public double scan(int size) {
        Stream<MeaningIndex.Known> more =
                IntStream.range(grown, size).parallel().mapToObj(n -> reader.known(whole(n), kinds));
        for (MeaningIndex.Known one : more.toList()) {
            index.put(new UUID(1, grown), one, new UUID(0, grown).toString());
            grown++;
        }
        long[] nanos = new long[60];
        for (int i = 0; i < nanos.length; i++) {
            MeaningIndex.Known query = reader.known(whole(size + i), kinds);
            long begun = System.nanoTime();
            index.nearest(query, 1, 1, 80);
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }
}

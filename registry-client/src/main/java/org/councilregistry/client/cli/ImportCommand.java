package org.councilregistry.client.cli;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.councilregistry.client.Publishing;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.Origin;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.PublishOutcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import FILE --map MAP}: publishes a council's own spreadsheet. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes the rows of a spreadsheet (.csv, .jsonl) as initiatives, four at a time.",
            "Run again, it changes only what changed; what people corrected meanwhile stays.",
            "Refused rows come back in errors.csv, with the reason."
        })
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "the spreadsheet, saved as CSV, or one JSON object a line")
    private @Nullable Path file;

    @Option(names = "--map", required = true, description = "which column is what (YAML)")
    private @Nullable Path map;

    @Option(names = "--key", description = "the API key; REGISTRY_API_KEY if absent")
    private @Nullable String key;

    @Option(names = "--url", description = "the registry; REGISTRY_URL, or http://127.0.0.1:8080, if absent")
    private @Nullable String url;

    @Option(names = "--dry-run", description = "says what would happen and stores nothing")
    private boolean dryRun;

    @Option(names = "--confirm", description = "says, too, that the rows are right")
    private boolean confirm;

    @Option(names = "--errors", defaultValue = "errors.csv", description = "where refused rows go (${DEFAULT-VALUE})")
    private Path errors = Path.of("errors.csv");

    @Option(names = "--quiet", description = "only the result")
    private boolean quiet;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream narration = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            return run();
        } catch (UsageException e) {
            narration.println("registry: " + e.getMessage());
            return 2;
        } catch (RegistryException e) {
            narration.println("registry: " + e.getMessage());
            if (e.problem().isEmpty()) return 7;
            boolean access = e.type() == ProblemType.UNAUTHENTICATED
                    || e.type() == ProblemType.FORBIDDEN
                    || e.type() == ProblemType.NOT_YOUR_ORGANISATION;
            return access ? 5 : 1;
        }
    }

    private int run() throws IOException, InterruptedException {
        Path source = readable(file);
        Mapping mapping = Mapping.read(readable(map));
        List<RowFile.Row> rows = RowFile.read(source);
        Publishing manner = new Publishing(confirm, dryRun, List.of(), Origin.CSV);
        ImportRun run =
                new ImportRun(registry(), manner, mapping.createOrganisations(), new Progress(narration, rows.size()));
        List<RowMapper.Mapped> mapped = mapped(rows, mapping, run);
        preview(mapped);
        run.publish(mapped);
        report(run, rows, mapped);
        if (run.refused().isEmpty()) {
            Files.deleteIfExists(errors);
            return 0;
        }
        writeErrors(run.refused(), rows);
        return run.refused().size() == rows.size() ? 1 : 3;
    }

    private static Path readable(@Nullable Path path) {
        if (path == null || !Files.isReadable(path)) throw new UsageException("there is no file " + path);
        return path;
    }

    private RegistryClient registry() {
        String address = url != null ? url : System.getenv().getOrDefault("REGISTRY_URL", "http://127.0.0.1:8080");
        return RegistryClient.builder(URI.create(address))
                .apiKey(key != null ? key : System.getenv("REGISTRY_API_KEY"))
                .application("registry-import", "0.1")
                .attempts(5)
                .build();
    }

    private static List<RowMapper.Mapped> mapped(List<RowFile.Row> rows, Mapping mapping, ImportRun run) {
        RowMapper mapper = new RowMapper(mapping);
        List<RowMapper.Mapped> mapped = new ArrayList<>();
        for (RowFile.Row row : rows) {
            try {
                mapped.add(mapper.map(row));
            } catch (UsageException e) {
                run.refuse(row.line(), String.valueOf(e.getMessage()));
            }
        }
        return mapped;
    }

    private void preview(List<RowMapper.Mapped> mapped) {
        if (quiet) return;
        mapped.stream()
                .limit(3)
                .forEach(row -> narration.println("  " + row.externalId() + ": "
                        + row.draft().title() + " [" + row.draft().phase() + "] for " + row.organisation()));
        if (mapped.size() > 3) narration.println("  and " + (mapped.size() - 3) + " more");
    }

    private void report(ImportRun run, List<RowFile.Row> rows, List<RowMapper.Mapped> mapped) {
        out.println((dryRun ? "would be " : "") + "created " + run.outcome(PublishOutcome.CREATED) + ", updated "
                + run.outcome(PublishOutcome.UPDATED) + ", unchanged " + run.outcome(PublishOutcome.UNCHANGED)
                + ", refused " + run.refused().size() + " of " + rows.size() + " rows");
        if (quiet) return;
        if (run.created() > 0) narration.println("organisations registered: " + run.created());
        Map<String, Long> notes = mapped.stream()
                .flatMap(row -> row.notes().stream())
                .map(note -> note.replaceAll(" as [^ ]+$", ""))
                .collect(Collectors.groupingBy(note -> note, Collectors.counting()));
        notes.forEach((note, count) -> narration.println(count + " rows: " + note));
        run.kept().stream().limit(20).forEach(kept -> narration.println("kept as people changed it, " + kept));
        if (!run.refused().isEmpty()) narration.println("refused rows are in " + errors);
    }

    private void writeErrors(List<ImportRun.Refused> refused, List<RowFile.Row> rows) throws IOException {
        Map<Integer, RowFile.Row> byLine =
                rows.stream().collect(Collectors.toMap(RowFile.Row::line, row -> row, (a, b) -> a));
        CsvSchema.Builder schema = CsvSchema.builder().addColumn("line").addColumn("reason");
        rows.get(0).cells().keySet().forEach(schema::addColumn);
        List<Map<String, String>> lines = new ArrayList<>();
        for (ImportRun.Refused one : refused) {
            Map<String, String> line = new LinkedHashMap<>();
            line.put("line", "" + one.line());
            line.put("reason", one.reason());
            RowFile.Row row = byLine.get(one.line());
            if (row != null) line.putAll(row.cells());
            lines.add(line);
        }
        CsvMapper mapper = new CsvMapper();
        Files.write(errors, mapper.writer(schema.build().withHeader()).writeValueAsBytes(lines));
    }
}

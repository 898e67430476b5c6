package org.councilregistry.client.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.PublishOutcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
    private static final String NO_KEY = "there is no API key: give it with --key, or in REGISTRY_API_KEY. Your"
            + " organisation's administrator makes one by POST /v1/keys; who runs the registry, by"
            + " './registry create-key --role editor --organisation SLUG'";
    private static final int SHOWN = 3;
    private static final int KEPT_SHOWN = 20;

    @Parameters(paramLabel = "FILE", description = "the spreadsheet, saved as CSV, or one JSON object a line")
    @SuppressWarnings("NullAway.Init") // picocli insists on it
    private Path file;

    @Option(names = "--map", required = true, description = "which column is what (YAML)")
    @SuppressWarnings("NullAway.Init") // picocli insists on it
    private Path map;

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

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before it runs
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try {
            return run();
        } catch (UsageException e) {
            return failed(e.getMessage(), 2);
        } catch (IOException e) {
            return failed("a file cannot be read or written: " + e.getMessage(), 1);
        } catch (RegistryException e) {
            if (e.problem().isEmpty()) return failed(address() + ": " + e.getMessage(), 7);
            return failed(
                    e.getMessage(),
                    switch (e.type()) {
                        case UNAUTHENTICATED, FORBIDDEN, NOT_YOUR_ORGANISATION -> 5;
                        case RATE_LIMITED, READ_ONLY, UNAVAILABLE, OUTCOME_UNKNOWN -> 7;
                        default -> 1;
                    });
        }
    }

    private int failed(@Nullable String why, int code) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("registry: " + why);
        err.flush();
        return code;
    }

    private int run() throws IOException, InterruptedException {
        RowFile source = RowFile.read(readable(file));
        Mapping mapping = Mapping.read(readable(map)).on(source.columns());
        if (Files.exists(errors) && Files.isSameFile(file, errors)) {
            throw new UsageException("refused rows would overwrite " + file + ": say where they go with --errors FILE");
        }
        RegistryClient registry = registry();
        String role = registry.whoami().role().toString().toLowerCase(Locale.ROOT);
        say((dryRun ? "asking " : "publishing to ") + address() + " as " + role.replace('_', '-'));
        ImportRun run = new ImportRun(registry, mapping, dryRun, confirm);
        if (mapping.organisation() != null) run.owners().slug(mapping.organisation());
        List<RowMapper.Mapped> rows = run.map(source.rows());
        preview(rows);
        publish(run, rows);
        return report(run, source, rows);
    }

    private static Path readable(Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) throw new UsageException("there is no file " + path);
        return path;
    }

    private String address() {
        return url != null ? url : System.getenv().getOrDefault("REGISTRY_URL", "http://127.0.0.1:8080");
    }

    private RegistryClient registry() {
        String secret = key != null ? key : System.getenv("REGISTRY_API_KEY");
        if (secret == null || secret.isBlank()) throw new UsageException(NO_KEY);
        try {
            return RegistryClient.builder(URI.create(address()))
                    .apiKey(secret)
                    .application("registry-import", "0.1")
                    .timeouts(Duration.ofSeconds(60), Duration.ofSeconds(20))
                    .attempts(5)
                    .build();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private void say(String text) {
        if (!quiet) spec.commandLine().getErr().println(text);
    }

    private void preview(List<RowMapper.Mapped> rows) {
        rows.stream()
                .limit(SHOWN)
                .forEach(row -> say("  " + row.externalId() + ": " + row.draft().title() + " ["
                        + String.valueOf(row.draft().phase())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                        + "] for " + row.organisation()));
        if (rows.size() > SHOWN) say("  and " + (rows.size() - SHOWN) + " more");
    }

    private void publish(ImportRun run, List<RowMapper.Mapped> rows) throws InterruptedException {
        PrintWriter quietly = new PrintWriter(PrintWriter.nullWriter());
        try {
            run.publish(rows, new Progress(quiet ? quietly : spec.commandLine().getErr(), rows.size()));
        } catch (RegistryException e) {
            say(result(run) + ", then it stopped; what is stored stays, and the same command goes on from there");
            throw e;
        }
    }

    private String result(ImportRun run) {
        return (dryRun ? "would be " : "") + "created " + run.outcome(PublishOutcome.CREATED) + ", updated "
                + run.outcome(PublishOutcome.UPDATED) + ", unchanged " + run.outcome(PublishOutcome.UNCHANGED)
                + ", refused " + run.refused().size();
    }

    private int report(ImportRun run, RowFile source, List<RowMapper.Mapped> rows) throws IOException {
        int all = source.rows().size();
        int refused = run.refused().size();
        PrintWriter out = spec.commandLine().getOut();
        out.println(result(run) + " of " + all + " rows");
        out.flush();
        int registered = run.owners().registered();
        if (registered > 0) say("organisations " + (dryRun ? "to be registered: " : "registered: ") + registered);
        notes(rows);
        run.kept().stream().limit(KEPT_SHOWN).forEach(kept -> say("kept as people changed it, " + kept));
        if (run.kept().size() > KEPT_SHOWN) say("and " + (run.kept().size() - KEPT_SHOWN) + " more rows with such");
        ErrorsFile file = new ErrorsFile(errors);
        if (refused == 0) {
            file.clear();
            return 0;
        }
        file.write(source, run.refused());
        say("refused rows are in " + errors + ": put them right and import that file");
        return refused == all ? 1 : 3;
    }

    /** What had to be done to rows, alike things counted together. */
    private void notes(List<RowMapper.Mapped> rows) {
        Map<String, Long> notes = rows.stream()
                .flatMap(row -> row.notes().stream())
                .map(note -> note.replaceAll(" as [^ ]+$", " otherwise"))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        notes.forEach((note, count) -> say(count + " rows: " + note));
    }
}

package org.councilregistry.api.client;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.client.cli.Main;

/** The client's command line, on files in a folder, against a running service. */
public final class CommandLine {
    private final RunningRegistry registry;
    private final Path folder;
    private final String key;

    /** Runs in this folder, with this key. */
    public CommandLine(RunningRegistry registry, Path folder, String key) {
        this.registry = registry;
        this.folder = folder;
        this.key = key;
    }

    /** What a command said and answered. */
    public record Result(int code, String out, String err) {}

    /** Writes a file into the folder. */
    public void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Imports a file of the folder by its {@code map.yml}. */
    public Result imports(String file, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                new PrintWriter(out), new PrintWriter(err), words(file, options).toArray(String[]::new));
        return new Result(code, out.toString().strip(), err.toString());
    }

    /** Begins the same import in a process of its own, to be killed. */
    public Process begin(String file) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(words(file));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("import.log").toFile())
                .start();
    }

    private List<String> words(String file, String... options) {
        List<String> words = new ArrayList<>(List.of(
                "import",
                folder.resolve(file).toString(),
                "--map=" + folder.resolve("map.yml"),
                "--errors=" + folder.resolve("errors.csv"),
                "--url=" + registry.address(),
                "--key=" + key));
        words.addAll(List.of(options));
        return words;
    }
}

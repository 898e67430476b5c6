package org.councilregistry.api.docs;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The Java of a document as one program: its blocks in order, each seeing what those before it have declared. A block marked
 * {@code java compile} is compiled and not run.
 */
record Snippets(List<Document.Block> blocks) {
    private static final String FRAME = """
            import java.net.URI;
            import java.util.*;
            import org.councilregistry.client.*;
            import org.councilregistry.schema.*;

            public final class Program implements java.util.concurrent.Callable<Object> {
                private static boolean never() { return false; }

                @Override
                public Object call() throws Exception {
            %s
                    return true;
                }
            }
            """;

    /** The Java of this document. */
    static Snippets of(Document document) {
        return new Snippets(document.blocks("java"));
    }

    /** The same program with another text for one that it must contain. */
    Snippets with(String literal, String value) {
        if (blocks.stream().noneMatch(b -> b.text().contains(literal))) {
            throw new AssertionError("the document's program does not contain " + literal);
        }
        return new Snippets(blocks.stream()
                .map(b -> new Document.Block(
                        b.schema(), b.language(), b.remark(), b.text().replace(literal, value)))
                .toList());
    }

    private String source() {
        return FRAME.formatted(blocks.stream()
                .map(b -> b.remark().equals("compile") ? "if (never()) {\n" + b.text() + "}" : b.text())
                .collect(Collectors.joining("\n")));
    }

    /** What the compiler says of it; nothing when it compiles. */
    List<String> errors(Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Program.java"), source());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(said, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-d",
                    folder.toString(),
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "--release",
                    "17");
            boolean done = compiler.getTask(null, files, said, options, null, files.getJavaFileObjects(source))
                    .call();
            return done
                    ? List.of()
                    : said.getDiagnostics().stream().map(Object::toString).toList();
        }
    }

    /** Runs it. */
    void run(Path folder) throws Exception {
        List<String> errors = errors(folder);
        if (!errors.isEmpty()) throw new AssertionError(String.join("\n", errors) + "\n\n" + source());
        URL[] compiled = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(compiled, Snippets.class.getClassLoader())) {
            Object program =
                    loader.loadClass("Program").getDeclaredConstructor().newInstance();
            ((Callable<?>) program).call();
        }
    }
}

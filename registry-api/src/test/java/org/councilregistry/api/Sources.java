package org.councilregistry.api;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Our own sources, to be held against the house rules. */
final class Sources {
    private static final Path TOP = Path.of("..");
    private static final List<String> MODULES = List.of("schema", "registry-client", "registry-api");
    private static final Pattern WRITE = Pattern.compile(
            "(?:insert into|delete from|(?<!for )update) ([a-z_]+)(?= |\\n|\\()", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 30;
    private static final int MOST = 4;

    private Sources() {}

    /** A source file. */
    record File(String name, String text) {
        long lines() {
            return text.lines().count();
        }

        /** The tables that its SQL inserts into, updates or deletes from. */
        TreeSet<String> tablesWritten() {
            TreeSet<String> tables = new TreeSet<>();
            Matcher write = WRITE.matcher(text);
            while (write.find()) {
                if (!List.of("set", "skip").contains(write.group(1))) tables.add(write.group(1));
            }
            return tables;
        }
    }

    /** Everything that is shipped. */
    static List<File> main() throws IOException {
        return read("src/main/java");
    }

    /** Everything, the tests, benchmarks and faults too. */
    static List<File> all() throws IOException {
        List<File> all = new ArrayList<>(main());
        all.addAll(read("src/test/java"));
        all.addAll(read("src/bench/java"));
        all.addAll(read("src/faults/java"));
        return all;
    }

    private static List<File> read(String folder) throws IOException {
        List<File> files = new ArrayList<>();
        for (String module : MODULES) {
            Path sources = TOP.resolve(module).resolve(folder);
            if (Files.notExists(sources)) continue;
            try (Stream<Path> walk = Files.walk(sources)) {
                for (Path path : walk.filter(p -> p.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    files.add(new File(TOP.relativize(path).toString(), Files.readString(path)));
                }
            }
        }
        return files;
    }

    /** Methods of these files that are longer than they should be, or take more than they should. */
    static List<String> longMethods(List<File> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path[] paths = sources.stream().map(file -> TOP.resolve(file.name())).toArray(Path[]::new);
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(paths));
            List<String> found = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                List<String> own = new ArrayList<>();
                new Methods(unit, Trees.instance(task).getSourcePositions(), own).scan(unit, null);
                own.forEach(method -> found.add(unit.getSourceFile().getName() + ": " + method));
            }
            return found;
        }
    }

    private static final class Methods extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;
        private boolean wiring;
        private boolean annotation;

        Methods(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            wiring |= tree.getSimpleName().contentEquals("RegistryApplication")
                    || tree.getSimpleName().contentEquals("Wiring");
            return super.visitClass(tree, null);
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void nothing) {
            annotation = true;
            return super.visitAnnotation(tree, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            annotation = false;
            method.getParameters().forEach(p -> p.accept(this, null));
            String name = method.getName().toString();
            // What HTTP or a framework hands over is not chosen here: each of its parameters is annotated, or
            // overridden.
            boolean given = annotation
                    || method.getModifiers().getAnnotations().stream()
                            .anyMatch(a -> a.toString().contains("Override"));
            if (method.getParameters().size() > MOST && !given && !name.equals("<init>")) {
                found.add(name + " takes " + method.getParameters().size());
            }
            if (method.getBody() != null && !wiring) {
                long lines = line(positions.getEndPosition(unit, method.getBody()))
                        - line(positions.getStartPosition(unit, method.getBody()))
                        - 1;
                if (lines > LONGEST) found.add(name + " has " + lines + " lines");
            }
            return super.visitMethod(method, null);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}

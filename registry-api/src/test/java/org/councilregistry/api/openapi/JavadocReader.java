package org.councilregistry.api.openapi;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Javadoc of our sources, which class files do not carry: of classes, their members and their parameters. */
final class JavadocReader {
    /**
     * One comment.
     *
     * @param summary its first sentence, without the full stop
     * @param text the whole of it, without its tags
     * @param params what it says of parameters and record components
     */
    record Comment(String summary, String text, Map<String, String> params) {
        static final Comment NONE = new Comment("", "", Map.of());
    }

    private final Map<String, Comment> comments = new HashMap<>();

    private JavadocReader() {}

    /** Reads the sources below these folders. */
    static JavadocReader of(List<Path> folders) {
        JavadocReader reader = new JavadocReader();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources(folders)));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) reader.new Scanner(trees).scan(unit, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reader;
    }

    private static List<Path> sources(List<Path> folders) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(f -> f.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }

    /** What is said of a class. */
    Comment type(Class<?> type) {
        return comments.getOrDefault(String.valueOf(type.getCanonicalName()), Comment.NONE);
    }

    /** What is said of a method. */
    Comment method(Method method) {
        return member(method.getDeclaringClass(), method.getName() + "()");
    }

    /** What is said of a field or an enum constant. */
    Comment member(Class<?> type, String name) {
        return comments.getOrDefault(type.getCanonicalName() + "#" + name, Comment.NONE);
    }

    /** What is said of a package. */
    Comment packageOf(Class<?> type) {
        return comments.getOrDefault(type.getPackageName(), Comment.NONE);
    }

    private final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees trees;
        private String at = "";

        Scanner(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitCompilationUnit(CompilationUnitTree unit, @Nullable Void nothing) {
            at = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
            return super.visitCompilationUnit(unit, null);
        }

        @Override
        public @Nullable Void visitPackage(PackageTree tree, @Nullable Void nothing) {
            keep(at);
            return super.visitPackage(tree, null);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            String outer = at;
            at = outer + "." + tree.getSimpleName();
            keep(at);
            super.visitClass(tree, null);
            at = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
            keep(at + "#" + tree.getName() + "()");
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
            keep(at + "#" + tree.getName());
            return null;
        }

        private void keep(String name) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) comments.put(name, read(comment));
        }

        private Comment read(DocCommentTree comment) {
            Map<String, String> params = new HashMap<>();
            for (DocTree tag : comment.getBlockTags()) {
                if (tag instanceof ParamTree param) {
                    params.put(param.getName().getName().toString(), DocMarkdown.of(param.getDescription()));
                }
            }
            String summary = DocMarkdown.of(comment.getFirstSentence());
            return new Comment(
                    summary.endsWith(".") ? summary.substring(0, summary.length() - 1) : summary,
                    DocMarkdown.of(comment.getFullBody()),
                    params);
        }
    }
}

package org.councilregistry.api.docs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.councilregistry.api.openapi.Resources;
import org.jspecify.annotations.Nullable;

/**
 * A Markdown file of the repository.
 *
 * @param name its path below the root
 * @param text what it says
 */
record Document(String name, String text) {
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", ".idea", ".vscode");
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)(?:^<!-- schema: (\\w+) -->\\n)?^```(\\w+)([^\\n]*)\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

    /**
     * A block of code.
     *
     * @param schema the schema of the contract that it is said to follow
     * @param language its language
     * @param remark what stands behind the language
     */
    record Block(@Nullable String schema, String language, String remark, String text) {}

    /** The file at this path below the root. */
    static Document of(String name) throws IOException {
        return new Document(name, Files.readString(Resources.root().resolve(name)));
    }

    /** Every Markdown file of the repository. */
    static List<Document> all() throws IOException {
        Path root = Resources.root();
        List<Document> all = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skip = NOT_OURS.contains(String.valueOf(folder.getFileName())) && !folder.equals(root);
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.toString().endsWith(".md"))
                    all.add(of(root.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
        return all;
    }

    /** Its blocks of code, in order. */
    List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(m -> new Block(m.group(1), m.group(2), m.group(3).strip(), m.group(4)))
                .toList();
    }

    /** Its blocks of code in this language. */
    List<Block> blocks(String language) {
        return blocks().stream().filter(b -> b.language().equals(language)).toList();
    }

    /** What its links lead to. */
    List<String> links() {
        return found(LINK, text);
    }

    /** What stands between backticks, blocks apart. */
    List<String> code() {
        return found(CODE, BLOCK.matcher(text).replaceAll(""));
    }

    /** The first group of every match. */
    static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) found.add(matcher.group(1));
        return found;
    }

    /** The folder that its links begin at. */
    Path folder() {
        return Resources.root().resolve(name).getParent();
    }
}

package org.councilregistry.api.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringSubstitutor;
import org.councilregistry.api.openapi.Resources;
import org.jspecify.annotations.Nullable;

/** The settings of config.yml with what is said about them, read line by line, because a parser drops comments. */
final class Settings {
    private static final Pattern LINE = Pattern.compile("^( *)(- )?([\\w.]+):(?: +(.*))?$");
    private static final Pattern VARIABLE = Pattern.compile("^\"?\\$\\{(REGISTRY_[A-Z_]+):-(.*)}\"?$");

    private Settings() {}

    /**
     * A setting.
     *
     * @param path where it stands, such as {@code database.url}
     * @param value what stands there
     * @param why the comment on it or on the block it is directly in
     * @param whyOfAll the comment on the nearest block around it that has one
     */
    record Setting(
            String path,
            String value,
            @Nullable String why,
            @Nullable String whyOfAll) {
        /** The environment variable that it is read from. */
        Optional<String> variable() {
            Matcher variable = VARIABLE.matcher(value);
            return variable.matches() ? Optional.of(variable.group(1)) : Optional.empty();
        }

        /** The last part of its path. */
        String name() {
            return path.substring(path.lastIndexOf('.') + 1);
        }
    }

    private record Block(int indent, String path, @Nullable String why) {}

    /** The file as it is. */
    static String file() throws IOException {
        return Files.readString(Resources.root().resolve("config.yml"));
    }

    /** The file as the service reads it where no variable is set. */
    static String defaults() throws IOException {
        return new StringSubstitutor(Map.of()).replace(file());
    }

    /** Every setting in the file. */
    static List<Setting> all() throws IOException {
        List<Setting> settings = new ArrayList<>();
        Deque<Block> around = new ArrayDeque<>();
        String comment = null;
        for (String line : file().lines().toList()) {
            if (line.strip().startsWith("#")) {
                comment = line.strip().substring(1).strip();
                continue;
            }
            Matcher read = LINE.matcher(line);
            if (read.matches()) {
                int indent = read.group(1).length() + (read.group(2) == null ? 0 : 2);
                while (!around.isEmpty() && around.getFirst().indent() >= indent) around.pop();
                String path =
                        around.isEmpty() ? read.group(3) : around.getFirst().path() + "." + read.group(3);
                if (read.group(4) == null) around.push(new Block(indent, path, comment));
                else settings.add(setting(path, read.group(4), comment, around));
            } else if (!line.isBlank()) {
                throw new AssertionError("a line of config.yml that is no setting: " + line);
            }
            comment = null;
        }
        return settings;
    }

    private static Setting setting(String path, String value, @Nullable String comment, Deque<Block> around) {
        String direct = around.isEmpty() ? null : around.getFirst().why();
        String any = around.stream()
                .map(Block::why)
                .filter(why -> why != null)
                .findFirst()
                .orElse(null);
        String own = comment == null ? direct : comment;
        return new Setting(path, value, own, own == null ? any : own);
    }
}

package org.councilregistry.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.Path;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.councilregistry.api.RegistryApplication;

/**
 * What the contract is read from.
 *
 * @param sources the folders of sources
 * @param classes the resources, in order of their names
 * @param moving those that send callers on to another address
 * @param version the version of the registry
 */
public record Resources(
        List<java.nio.file.Path> sources, List<Class<?>> classes, Set<Class<?>> moving, String version) {
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+?)(-SNAPSHOT)?</version>");

    /** The root of the source tree. */
    public static java.nio.file.Path root() {
        java.nio.file.Path folder = java.nio.file.Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("schema/migrations"))) {
            folder = folder.getParent();
            if (folder == null) throw new IllegalStateException("the tests run inside the source tree");
        }
        return folder;
    }

    /** The contract that is committed. */
    public static JsonNode contract() {
        try {
            return new YAMLMapper()
                    .readTree(root().resolve("schema/openapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our own resources. */
    public static Resources ours() {
        List<Class<?>> classes = scan();
        java.nio.file.Path root = root();
        java.nio.file.Path api = root.resolve("registry-api/src/main/java");
        return new Resources(
                List.of(root.resolve("schema/src/main/java"), api),
                classes,
                classes.stream()
                        .filter(c -> source(api, c).contains("new Moved("))
                        .collect(Collectors.toSet()),
                version(read(root.resolve("pom.xml"))));
    }

    private static List<Class<?>> scan() {
        try {
            java.nio.file.Path classes = java.nio.file.Path.of(RegistryApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<java.nio.file.Path> files = Files.walk(classes)) {
                return files.map(f -> classes.relativize(f).toString())
                        .filter(f -> f.endsWith(".class") && !f.endsWith("-info.class"))
                        .sorted()
                        .<Class<?>>map(f -> load(f.substring(0, f.length() - 6).replace(File.separatorChar, '.')))
                        .filter(c -> c.isAnnotationPresent(Path.class))
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Resources.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String source(java.nio.file.Path folder, Class<?> type) {
        return read(folder.resolve(type.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java"));
    }

    private static String read(java.nio.file.Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(String pom) {
        Matcher version = VERSION.matcher(pom);
        if (!version.find()) throw new IllegalStateException("the root pom has no version");
        return version.group(1);
    }
}

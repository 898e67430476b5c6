package org.councilregistry.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.setup.Bootstrap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.councilregistry.api.RegistryApplication;
import org.councilregistry.api.RegistryConfiguration;
import org.councilregistry.api.docs.Settings.Setting;
import org.councilregistry.api.openapi.Resources;
import org.junit.jupiter.api.Test;

/** Every setting is documented in config.yml: its default, its environment variable, and why one would change it. */
class SettingsTest {
    /** What is no operator's choice, and needs no variable. */
    private static final Set<String> FIXED =
            Set.of("type", "target", "responseHeaders", "registerDefaultExceptionMappers");

    private static final Set<String> DROPWIZARDS = Set.of("server", "logging");
    private static final Pattern VARIABLE = Pattern.compile("\\b(REGISTRY_[A-Z_]+[A-Z])\\b");

    @Test
    void everySettingSaysWhyOneWouldChangeIt() throws IOException {
        for (Setting setting : Settings.all()) {
            assertThat(setting.whyOfAll())
                    .as(setting.path() + " needs a comment, on it or around it")
                    .isNotBlank();
        }
    }

    @Test
    void everySettingHasAVariableADefaultAndAReasonOfItsOwn() throws IOException {
        for (Setting setting : Settings.all()) {
            if (FIXED.contains(setting.name())) continue;
            assertThat(setting.variable())
                    .as(setting.path() + " must be written ${REGISTRY_...:-default}")
                    .isPresent();
            assertThat(setting.why())
                    .as(setting.path() + " needs a comment right above it")
                    .isNotBlank();
        }
    }

    @Test
    void noTwoSettingsShareAVariable() throws IOException {
        assertThat(Settings.all().stream().flatMap(s -> s.variable().stream())).doesNotHaveDuplicates();
    }

    @Test
    void everyPropertyOfTheConfigurationStandsInTheFileAndNoOther() throws IOException {
        Set<String> properties = new TreeSet<>();
        for (Field field : RegistryConfiguration.class.getDeclaredFields()) {
            if (!field.isAnnotationPresent(JsonProperty.class)) continue;
            if (field.getType().isRecord()) {
                Arrays.stream(field.getType().getRecordComponents())
                        .forEach(c -> properties.add(field.getName() + "." + c.getName()));
            } else {
                properties.add(field.getName());
            }
        }
        assertThat(Settings.all().stream()
                        .map(Setting::path)
                        .filter(path -> !DROPWIZARDS.contains(path.replaceAll("\\..*", ""))))
                .containsExactlyInAnyOrderElementsOf(properties);
    }

    @Test
    void theDefaultsOfTheFileAreThoseOfTheCode() throws Exception {
        Bootstrap<RegistryConfiguration> bootstrap = new Bootstrap<>(new RegistryApplication());
        RegistryConfiguration read = bootstrap
                .getConfigurationFactoryFactory()
                .create(
                        RegistryConfiguration.class,
                        bootstrap.getValidatorFactory().getValidator(),
                        bootstrap.getObjectMapper(),
                        "none")
                .build(path -> new ByteArrayInputStream(bytes()), "config.yml");
        RegistryConfiguration code = new RegistryConfiguration();
        assertThat(read.dataFolder().normalize()).isEqualTo(code.dataFolder());
        assertThat(read.zone()).isEqualTo(code.zone());
        assertThat(read.database()).isEqualTo(code.database());
        assertThat(read.secret() + read.secretFile()).isEmpty();
    }

    private static byte[] bytes() throws IOException {
        return Settings.defaults().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everyVariableThatADocumentNamesIsRead() throws IOException {
        Set<String> read =
                new TreeSet<>(Document.found(VARIABLE, String.join("\n", Settings.file(), launcher(), client())));
        for (Document document : Document.all()) {
            assertThat(read)
                    .as(document.name() + " names variables that nothing reads")
                    .containsAll(Document.found(VARIABLE, document.text()));
        }
    }

    private static String launcher() throws IOException {
        return Files.readString(Resources.root().resolve("registry"));
    }

    private static String client() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> walk = Files.walk(Resources.root().resolve("registry-client/src/main"))) {
            List<Path> files = walk.filter(f -> f.toString().endsWith(".java")).toList();
            for (Path file : files) sources.append(Files.readString(file));
        }
        return sources.toString();
    }
}

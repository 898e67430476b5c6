package org.councilregistry.api.html;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everything that the pages say by themselves, in each language: {@code phrases_en.properties} and {@code _cy}. */
public final class Phrases {
    private final Map<Language, Properties> phrases = new EnumMap<>(Language.class);

    /** Reads all of them. */
    public Phrases() {
        for (Language language : Language.values()) phrases.put(language, read(language));
    }

    private static Properties read(Language language) {
        String file = "phrases_" + language.code() + ".properties";
        var stream = Phrases.class.getResourceAsStream(file);
        if (stream == null) throw new IllegalStateException("the build has left out " + file);
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            Properties read = new Properties();
            read.load(reader);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The phrase of a key; null if there is none. */
    public @Nullable String find(Language language, String key) {
        return properties(language).getProperty(key);
    }

    /** The phrase of a key, with {@code {0}}, {@code {1}} and so on put in. */
    public String say(Language language, String key, Object... values) {
        String phrase = find(language, key);
        if (phrase == null) throw new IllegalStateException("no phrase " + key + " in " + language);
        for (int i = 0; i < values.length; i++) phrase = phrase.replace("{" + i + "}", String.valueOf(values[i]));
        return phrase;
    }

    /** Every key. */
    Set<String> keys(Language language) {
        return new TreeSet<>(properties(language).stringPropertyNames());
    }

    private Properties properties(Language language) {
        Properties properties = phrases.get(language);
        if (properties == null) throw new IllegalStateException("no phrases in " + language);
        return properties;
    }
}

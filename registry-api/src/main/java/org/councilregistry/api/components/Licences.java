package org.councilregistry.api.components;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Text;
import org.jspecify.annotations.Nullable;

/** Licence expressions of the SPDX list, such as {@code MIT} or {@code (Apache-2.0 OR EUPL-1.2)}. */
final class Licences {
    private static final Pattern WORD = Pattern.compile("[()]|[A-Za-z0-9.+:-]+");
    private static final Map<String, String> IDS = ids();
    private static final Map<String, String> SPOKEN = Map.of(
            "apache license version 2 0", "Apache-2.0",
            "apache 2", "Apache-2.0",
            "mit license", "MIT",
            "gplv3", "GPL-3.0-only",
            "eupl", "EUPL-1.2",
            "open government licence v3 0", "OGL-UK-3.0");

    private Licences() {}

    /** The expression with its ids in their usual spelling; one that is no SPDX expression is refused with the nearest. */
    static @Nullable String check(@Nullable String expression) {
        if (expression == null) return null;
        Deque<String> words = new ArrayDeque<>();
        Matcher matcher = WORD.matcher(expression);
        int end = 0;
        while (matcher.find()) {
            if (!expression.substring(end, matcher.start()).isBlank()) throw unknown(expression);
            words.add(matcher.group());
            end = matcher.end();
        }
        if (!expression.substring(end).isBlank()) throw unknown(expression);
        String checked = either(words, expression);
        if (!words.isEmpty()) throw unknown(expression);
        return checked;
    }

    private static String either(Deque<String> words, String expression) {
        StringBuilder text = new StringBuilder(one(words, expression));
        while (words.peek() != null && List.of("AND", "OR").contains(words.peek().toUpperCase(Locale.ROOT))) {
            text.append(' ').append(words.remove().toUpperCase(Locale.ROOT)).append(' ');
            text.append(one(words, expression));
        }
        return text.toString();
    }

    private static String one(Deque<String> words, String expression) {
        String word = words.poll();
        if (word == null) throw unknown(expression);
        if (word.equals("(")) {
            String inner = either(words, expression);
            if (!Objects.equals(words.poll(), ")")) throw unknown(expression);
            return "(" + inner + ")";
        }
        String id = id(word, expression);
        if (words.peek() == null || !words.peek().equalsIgnoreCase("WITH")) return id;
        words.remove();
        String exception = words.poll();
        if (exception == null || !exception.matches("[A-Za-z0-9.-]+")) throw unknown(expression);
        return id + " WITH " + exception;
    }

    private static String id(String word, String expression) {
        if (word.matches("(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+")) return word;
        String known = IDS.get(word.toLowerCase(Locale.ROOT));
        if (known != null) return known;
        if (word.endsWith("+")) {
            String base = IDS.get(word.substring(0, word.length() - 1).toLowerCase(Locale.ROOT));
            if (base != null) return base + "+";
        }
        throw unknown(expression);
    }

    private static ProblemException unknown(String expression) {
        String meant = SPOKEN.get(Text.key(expression));
        String nearest = meant != null ? meant : Text.nearest(expression, IDS.values());
        return ProblemException.invalid(
                "/licence",
                "unknown-licence",
                "The licence must be an SPDX expression, such as MIT or EUPL-1.2 (see spdx.org/licenses)."
                        + (nearest == null ? "" : " Did you mean " + nearest + "?"));
    }

    private static Map<String, String> ids() {
        Map<String, String> ids = new TreeMap<>();
        try (InputStream list = Objects.requireNonNull(Licences.class.getResourceAsStream("spdx-ids.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            lines.lines().forEach(id -> ids.put(id.toLowerCase(Locale.ROOT), id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }
}

package org.councilregistry.api.components;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Text;
import org.jspecify.annotations.Nullable;

/**
 * Licence expressions of the SPDX list (3.27), such as {@code MIT} or {@code Apache-2.0 OR EUPL-1.2}. Ids that the list
 * has deprecated, such as {@code GPL-2.0+}, are taken: old repositories carry them.
 */
final class Licences {
    private static final Pattern WORD = Pattern.compile("[()]|[A-Za-z0-9.+:-]+");
    private static final Pattern OWN = Pattern.compile("(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+");
    private static final Pattern JOINS = Pattern.compile("(?i)AND|OR");
    private static final Set<String> RESERVED = Set.of("and", "or", "with");
    private static final Map<String, String> IDS = list("spdx-ids.txt");
    private static final Map<String, String> EXCEPTIONS = list("spdx-exceptions.txt");
    private static final Map<String, String> SPOKEN = Map.ofEntries(
            Map.entry("apache", "Apache-2.0"),
            Map.entry("apache2", "Apache-2.0"),
            Map.entry("apache 2", "Apache-2.0"),
            Map.entry("apache licence 2 0", "Apache-2.0"),
            Map.entry("apache license version 2 0", "Apache-2.0"),
            Map.entry("mit licence", "MIT"),
            Map.entry("mit license", "MIT"),
            Map.entry("the mit license", "MIT"),
            Map.entry("gplv2", "GPL-2.0-only"),
            Map.entry("gplv3", "GPL-3.0-only"),
            Map.entry("gpl v3", "GPL-3.0-only"),
            Map.entry("gnu general public license v3 0", "GPL-3.0-only"),
            Map.entry("agplv3", "AGPL-3.0-only"),
            Map.entry("lgplv3", "LGPL-3.0-only"),
            Map.entry("bsd", "BSD-3-Clause"),
            Map.entry("eupl", "EUPL-1.2"),
            Map.entry("ogl", "OGL-UK-3.0"),
            Map.entry("ogl v3", "OGL-UK-3.0"),
            Map.entry("open government licence", "OGL-UK-3.0"),
            Map.entry("open government licence v3 0", "OGL-UK-3.0"));

    private final Deque<String> words = new ArrayDeque<>();
    private final String expression;
    private final String pointer;

    private Licences(String expression, String pointer) {
        this.expression = expression;
        this.pointer = pointer;
    }

    /**
     * The expression with its ids in their usual spelling; what is no SPDX expression is refused with the nearest.
     *
     * @param pointer where the expression stands in the request
     */
    static @Nullable String check(@Nullable String expression, String pointer) {
        return expression == null ? null : new Licences(expression, pointer).parsed();
    }

    private String parsed() {
        Matcher matcher = WORD.matcher(expression);
        int end = 0;
        while (matcher.find()) {
            if (!expression.substring(end, matcher.start()).isBlank()) throw unknown(expression);
            words.add(matcher.group());
            end = matcher.end();
        }
        if (!expression.substring(end).isBlank()) throw unknown(expression);
        String text = joined();
        if (!words.isEmpty()) throw unknown(words.remove());
        return text;
    }

    private String joined() {
        StringBuilder text = new StringBuilder(one());
        while (JOINS.matcher(String.valueOf(words.peek())).matches()) {
            text.append(' ').append(words.remove().toUpperCase(Locale.ROOT)).append(' ').append(one());
        }
        return text.toString();
    }

    private String one() {
        String word = words.poll();
        if (word == null) throw unknown(expression);
        if (word.equals("(")) {
            String inner = joined();
            if (!Objects.equals(words.poll(), ")")) throw unknown(expression);
            return "(" + inner + ")";
        }
        String id = id(word);
        if (!"WITH".equalsIgnoreCase(words.peek())) return id;
        words.remove();
        String exception = words.poll();
        return id + " WITH " + exception(exception == null ? expression : exception);
    }

    private String id(String word) {
        if (OWN.matcher(word).matches()) return word;
        String lower = word.toLowerCase(Locale.ROOT);
        String known = IDS.get(lower);
        if (known != null) return known;
        String base = lower.endsWith("+") ? IDS.get(lower.substring(0, lower.length() - 1)) : null;
        if (base == null) throw unknown(word);
        return base + "+";
    }

    private String exception(String word) {
        String known = EXCEPTIONS.get(word.toLowerCase(Locale.ROOT));
        if (known == null) throw refused(Text.nearest(word, EXCEPTIONS.values()));
        return known;
    }

    private ProblemException unknown(String word) {
        String meant = SPOKEN.get(Text.key(expression));
        if (meant == null) meant = nearest(expression, IDS.values());
        if (meant == null) meant = SPOKEN.get(Text.key(word));
        return refused(meant != null ? meant : nearest(word, IDS.values()));
    }

    private static @Nullable String nearest(String word, Collection<String> ids) {
        return RESERVED.contains(word.toLowerCase(Locale.ROOT)) ? null : Text.nearest(word, ids);
    }

    private ProblemException refused(@Nullable String meant) {
        return ProblemException.invalid(
                pointer,
                "unknown-licence",
                "The licence must be an SPDX expression, such as MIT or EUPL-1.2 (see spdx.org/licenses)."
                        + (meant == null ? "" : " Did you mean " + meant + "?"));
    }

    private static Map<String, String> list(String resource) {
        Map<String, String> ids = new TreeMap<>();
        try (InputStream list = Objects.requireNonNull(Licences.class.getResourceAsStream(resource));
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            lines.lines().forEach(id -> ids.put(id.toLowerCase(Locale.ROOT), id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }
}

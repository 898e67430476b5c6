package org.councilregistry.api.meanings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.councilregistry.schema.InitiativeDraft;
import org.jspecify.annotations.Nullable;

/** The text of a piece of work by which it is compared: what it is first, because a long text is read in part. Pure. */
public record ComparedText(
        @Nullable String title,
        @Nullable String summary,
        @Nullable String department,
        List<String> words,
        List<@Nullable String> rest) {
    /** The text of what has these parts. What is said twice counts once; the title stays. */
    public static ComparedText of(
            @Nullable String title,
            @Nullable String summary,
            @Nullable String department,
            List<String> words,
            List<@Nullable String> rest) {
        Set<String> said = new HashSet<>();
        if (title != null) said.add(Sentences.plain(title));
        return new ComparedText(title, summary, department, words, rest)
                .only(sentence -> sentence.isEmpty() || said.add(sentence));
    }

    private static List<@Nullable String> only(List<@Nullable String> texts, Predicate<String> wanted) {
        List<@Nullable String> kept = new ArrayList<>();
        for (String text : texts) {
            if (text != null) kept.add(Sentences.only(text, wanted));
        }
        return kept;
    }

    /** The text without sentences that are not wanted, each asked for as {@link Sentences#plain} gives it. */
    public ComparedText only(Predicate<String> wanted) {
        return new ComparedText(
                title, summary == null ? null : Sentences.only(summary, wanted), department, words, only(rest, wanted));
    }

    /** The text of a draft. */
    public static ComparedText of(InitiativeDraft draft) {
        return of(
                draft.title(),
                draft.summary(),
                draft.department(),
                labels(draft.technologies(), draft.systems()),
                Arrays.asList(draft.problem(), draft.users(), draft.approach()));
    }

    /** Technologies and systems as they are compared. Tags are not: they sort records, and many that have nothing in common. */
    public static List<String> labels(List<String> technologies, List<String> systems) {
        return Stream.of(technologies, systems).flatMap(List::stream).toList();
    }

    /** The text that the model reads; what was written into one field is a line or more. */
    public String whole() {
        String labels = Stream.concat(Stream.ofNullable(department), words.stream())
                .map(label -> label + ".")
                .collect(Collectors.joining(" "));
        String beginning = title == null ? "" : title + ".";
        return Stream.concat(Stream.of(beginning, summary, labels), rest.stream())
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** Whether it says anything: it has a letter or a digit. */
    public boolean says() {
        return whole().codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Names the text that the model reads: another text has another one. */
    public String hash() {
        return UUID.nameUUIDFromBytes(whole().getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Everything but the title, for its words. */
    public List<String> others() {
        return Stream.concat(
                        Stream.of(Stream.ofNullable(summary), Stream.ofNullable(department), words.stream())
                                .flatMap(all -> all),
                        rest.stream())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }
}

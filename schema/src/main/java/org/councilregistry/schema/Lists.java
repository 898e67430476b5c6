package org.councilregistry.schema;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How records normalise what they are given. */
final class Lists {
    private Lists() {}

    /** An absent list is an empty one; a null element is refused with its place. */
    static <T> List<T> of(@Nullable List<T> list) {
        if (list == null || list.isEmpty()) return List.of();
        // not indexOf(null): lists made by List.of answer that with a NullPointerException
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == null) throw new NullElementException(i);
        }
        return List.copyOf(list);
    }

    /** The text without white space at its ends; an empty text is an absent one. */
    static @Nullable String text(@Nullable String text) {
        if (text == null) return null;
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** The texts without white space at their ends. */
    static List<String> texts(@Nullable List<String> list) {
        return list == null ? List.of() : of(list).stream().map(String::strip).toList();
    }

    /** The number without zeros at its end, never written with an exponent: as the database gives it back. */
    static @Nullable BigDecimal number(@Nullable BigDecimal number) {
        if (number == null || number.scale() < -30) return number;
        BigDecimal stripped = number.scale() > 0 ? number.stripTrailingZeros() : number;
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The text without white space at its ends; never null, so that {@code @NotBlank} says what is missing. */
    @SuppressWarnings("NullAway") // a missing text is named by the constraint on the component, not by the constructor
    static String required(@Nullable String text) {
        return text == null ? null : text.strip();
    }
}

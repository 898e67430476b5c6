package org.councilregistry.api.html;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.councilregistry.api.platform.Words;
import org.jspecify.annotations.Nullable;

/**
 * What every page needs to know of its request, its language and its service.
 *
 * @param language the language that the page speaks
 * @param address the page's own address, without the language's prefix
 * @param site the service
 */
public record Frame(Language language, String address, Site site) {
    /**
     * The service, as all its pages show it.
     *
     * @param theme what the operator chose
     * @param assets the files that browsers keep
     * @param phrases what the pages say
     * @param zone the zone of dates
     */
    public record Site(Theme theme, Assets assets, Phrases phrases, ZoneId zone) {
        /** A service with this theme. */
        public static Site of(Theme theme, ZoneId zone) {
            return new Site(theme, new Assets(theme), new Phrases(), zone);
        }
    }

    /** A phrase in the page's language. */
    public String say(String key, Object... values) {
        return site.phrases().say(language, key, values);
    }

    /** A value of the schema in words: {@code word("phase", Phase.ALPHA)}. */
    public String word(String noun, Enum<?> value) {
        return word(noun, Words.of(value));
    }

    /** As {@link #word(String, Enum)}, for its JSON word; the word itself where there is no phrase for it. */
    public String word(String noun, String word) {
        String phrase = site.phrases().find(language, noun + "." + word);
        return phrase == null ? word : phrase;
    }

    /** The address of a page of ours in the page's language. */
    public String to(String path) {
        return path.equals("/") && !language.prefix().isEmpty() ? language.prefix() : language.prefix() + path;
    }

    /** The address of this page in another language. */
    public String in(Language other) {
        return address.equals("/") && !other.prefix().isEmpty() ? other.prefix() : other.prefix() + address;
    }

    /** The pages that every page leads to. */
    public List<Crumb> menu() {
        return Stream.of("/ask", "/initiatives", "/components", "/organisations")
                .map(path -> new Crumb(say("menu." + path.substring(1)), to(path)))
                .toList();
    }

    /** The way to a page: home, then these. */
    public List<Crumb> way(Crumb... steps) {
        List<Crumb> way = new ArrayList<>(List.of(new Crumb(say("home"), to("/"))));
        way.addAll(List.of(steps));
        return way;
    }

    /** This page in each language. */
    public List<Tongue> tongues() {
        return Stream.of(Language.values())
                .map(l -> new Tongue(l.code(), l.label(), l == language ? null : in(l)))
                .toList();
    }

    /** Which of the pages about refusals explains a status. */
    public String refusal(int status) {
        return switch (status) {
            case 404, 405, 410, 422, 429, 503 -> String.valueOf(status);
            default -> status < 500 ? "400" : "500";
        };
    }

    /** A day: 26 November 2026. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(day);
    }

    /** The day of a moment. */
    public String date(Instant moment) {
        return date(LocalDate.ofInstant(moment, site.zone()));
    }

    /** A number with its thousands apart. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** A number as it is, with its thousands apart. */
    public String number(BigDecimal number) {
        return NumberFormat.getNumberInstance(language.locale()).format(number);
    }

    /** The language of a text of a record, where it is not that of the page; what {@code lang=} takes. */
    public @Nullable String lang(@Nullable String of) {
        return language.code().equals(of) ? null : of;
    }

    /** A link that can be followed: web addresses only. */
    public static boolean followed(@Nullable String url) {
        return url != null && url.matches("(?i)https?://[^\\s\"<>]+");
    }
}

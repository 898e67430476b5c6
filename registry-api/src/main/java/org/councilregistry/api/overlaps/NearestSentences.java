package org.councilregistry.api.overlaps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.councilregistry.api.meanings.ComparedText;
import org.councilregistry.api.meanings.Sentence;
import org.councilregistry.schema.MatchReason;
import org.councilregistry.schema.ReasonKind;
import org.jspecify.annotations.Nullable;

/** The two sentences, one of each text, that are nearest in meaning. Pure. */
final class NearestSentences {
    /** Of the labelled pairs, half of those that hardly share a word are nearer, and one in a hundred of any two. */
    private static final float NEAR = 0.3f;

    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST = 120;

    private NearestSentences() {}

    /** A sentence with its words. */
    private record Quote(String words, Sentence sentence) {}

    /** Says which they are; null where none are near, or their meanings are not known. */
    static @Nullable MatchReason reason(Reasons.Side one, Reasons.Side other) {
        List<Quote> theirs = quotes(other);
        Quote mine = null;
        Quote nearest = null;
        float most = NEAR;
        for (Quote quote : quotes(one)) {
            for (Quote there : theirs) {
                float alike = quote.sentence().alike(there.sentence());
                if (alike > most) {
                    most = alike;
                    mine = quote;
                    nearest = there;
                }
            }
        }
        return mine == null || nearest == null ? null : said(clipped(mine.words()), clipped(nearest.words()));
    }

    private static MatchReason said(String mine, String theirs) {
        if (mine.equalsIgnoreCase(theirs)) {
            return new MatchReason(ReasonKind.MEANING, "Both say " + Reasons.quoted(mine) + ".", List.of(mine));
        }
        return new MatchReason(
                ReasonKind.MEANING,
                "The nearest sentences are " + Reasons.quoted(mine) + " and " + Reasons.quoted(theirs) + ".",
                List.of(mine, theirs));
    }

    private static List<Quote> quotes(Reasons.Side side) {
        String whole = side.text().whole();
        List<Quote> quotes = new ArrayList<>();
        for (Sentence sentence : side.sentences()) {
            if (sentence.to() > whole.length() || sentence.from() >= sentence.to()) continue;
            String words = plain(whole.substring(sentence.from(), sentence.to()));
            if (tells(words, side.text())) quotes.add(new Quote(words, sentence));
        }
        return quotes;
    }

    private static String plain(String sentence) {
        String words = sentence.strip().replaceAll("\\s+", " ");
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }

    /** Whether it is a sentence, and not the name of a department, a technology or a system. */
    private static boolean tells(String words, ComparedText text) {
        if (words.equals(text.department()) || text.words().contains(words)) return false;
        return words.split(" ", -1).length >= FEWEST_WORDS
                && !words.toUpperCase(Locale.ROOT).equals(words);
    }

    private static String clipped(String words) {
        if (words.length() <= LONGEST) return words;
        int space = words.lastIndexOf(' ', LONGEST);
        int cut = space > LONGEST / 2 ? space : LONGEST;
        if (Character.isLowSurrogate(words.charAt(cut))) cut--;
        return words.substring(0, cut) + "\u2026";
    }
}

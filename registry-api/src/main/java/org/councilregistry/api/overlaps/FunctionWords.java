package org.councilregistry.api.overlaps;

import java.util.Set;
import java.util.stream.Collectors;
import org.councilregistry.api.search.Words;

/**
 * The small words of the other languages that councils write: Welsh, and French, which visitors bring. The detector has
 * learnt on English texts, where such words are so rare that two texts would be alike by their language alone. Words that
 * mean something in English, like "car" and "os", are not among them.
 */
final class FunctionWords {
    private static final String WELSH = "y yr yn ac am dros drwy gan gyda heb i iddo mewn o oddi rhwng trwy tua wrth"
            + " hyd ei eu ein eich fy hi hwn hon hyn hynny nhw ni chi sydd sy mae maent bod fod wedi yw ydy oedd bydd"
            + " fydd fel neu na nad nid nac pob yna cael gael gall gellir bydd eich hefyd";
    private static final String FRENCH =
            "le la les l un une des du de d au aux et ou en dans par pour sur avec sans sous"
                    + " chez ce cet cette ces il ils elle elles leur leurs nous vous notre nos votre vos qui que qu quoi dont ne"
                    + " pas est sont sera peut peuvent aussi afin entre vers";

    /** English ones that are weighed, but tell nobody anything. */
    private static final String ENGLISH =
            "were was had has have been being do does did when where which who whom whose what"
                    + " why how their them they than those he she his her him we us our you your i me my its from up out over about"
                    + " any all some each both more most much many can cannot could may might will would should must see get got"
                    + " go goes also only so very just one two three first";

    private static final Set<String> STEMS = stems(WELSH + " " + FRENCH);
    private static final Set<String> ENGLISH_STEMS = stems(ENGLISH);

    private FunctionWords() {}

    private static Set<String> stems(String words) {
        return Words.of(words).stream().map(Words.Word::stem).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a stem says nothing: a small word, or signs without a letter or a digit. */
    static boolean sayNothing(String stem) {
        return STEMS.contains(stem) || signs(stem);
    }

    private static boolean signs(String stem) {
        for (int at = 0; at < stem.length(); at += Character.charCount(stem.codePointAt(at))) {
            if (Character.isLetterOrDigit(stem.codePointAt(at))) return false;
        }
        return true;
    }

    /** Whether it is no reason that a person believes. */
    static boolean tellNothing(String stem) {
        return sayNothing(stem) || ENGLISH_STEMS.contains(stem);
    }
}

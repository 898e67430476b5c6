package org.councilregistry.api.imports;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What spreadsheets and repeated conversions do to texts and numbers, and how it is undone. */
final class CellText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\u115F\u1160\u3164\uFFA0]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\s]]");
    private static final Pattern WHOLE_AS_FLOAT = Pattern.compile("\\d+\\.0*");
    private static final Pattern EXPONENT = Pattern.compile("\\d+(\\.\\d+)?[eE]\\+?\\d+");

    private CellText() {}

    /** The text on one line, with plain spaces, without characters that nobody sees, read in its true character set. */
    static String clean(String cell) {
        String visible = INVISIBLE.matcher(repaired(cell)).replaceAll("");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    /** Whether a character was lost on the way here and nobody can tell which. */
    static boolean damaged(String text) {
        return text.indexOf('\uFFFD') >= 0;
    }

    /** Whether a text was read in the wrong character set on its way here. */
    static boolean misread(String cell) {
        return !repaired(cell).equals(cell);
    }

    /** A text that was UTF-8 and was read as Windows characters, as it was; any other text as it is. */
    private static String repaired(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) return text;
        try {
            ByteBuffer bytes = WINDOWS.newEncoder().encode(CharBuffer.wrap(text));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    /** A code that a spreadsheet took for a number, as it was; null if digits were lost. */
    static @Nullable String code(String cell) {
        if (WHOLE_AS_FLOAT.matcher(cell).matches()) return cell.substring(0, cell.indexOf('.'));
        if (!EXPONENT.matcher(cell).matches()) return cell;
        BigDecimal number = new BigDecimal(cell);
        return number.scale() == 0 ? number.toPlainString() : null;
    }
}

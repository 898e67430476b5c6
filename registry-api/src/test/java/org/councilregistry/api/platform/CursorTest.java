package org.councilregistry.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.councilregistry.schema.ProblemType;

/** Where a list goes on cannot be made up, altered, or taken from another list. */
class CursorTest {
    private final Cursor cursors = new Cursor(new Secrets("s".repeat(32)));

    private void refused(String list, String cursor) {
        assertThatThrownBy(() -> cursors.read(list, cursor))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.INVALID_CURSOR));
    }

    @Property(tries = 300)
    void aKeyIsReadFromItsCursor(@ForAll String list, @ForAll @NotEmpty @CharRange(to = '\uD7FF') String key) {
        assertThat(cursors.read(list, cursors.write(list, key))).isEqualTo(key);
    }

    @Property(tries = 300)
    void aCursorOfAnotherListIsRefused(
            @ForAll @CharRange(from = ' ', to = '~') String list,
            @ForAll @CharRange(from = ' ', to = '~') String other,
            @ForAll @NotEmpty String key) {
        Assume.that(!list.equals(other));
        refused(other, cursors.write(list, key));
    }

    @Property(tries = 500)
    void aCursorWithAnyCharacterAlteredIsRefused(
            @ForAll @NotEmpty @StringLength(max = 40) String key,
            @ForAll @IntRange(max = 200) int at,
            @ForAll @CharRange(from = 'A', to = 'z') char other) {
        String cursor = cursors.write("list", key);
        StringBuilder altered = new StringBuilder(cursor);
        altered.setCharAt(at % cursor.length(), other);
        Assume.that(!altered.toString().equals(cursor));
        refused("list", altered.toString());
    }

    @Property(tries = 200)
    void aCursorThatWasCutOrPaddedIsRefused(@ForAll @NotEmpty String key, @ForAll @IntRange(max = 200) int length) {
        String cursor = cursors.write("list", key);
        refused("list", cursor.substring(0, length % cursor.length()));
        refused("list", cursor + "=");
        refused("list", cursor + "A");
    }

    @Property(tries = 200)
    void whatNobodySignedIsRefused(@ForAll String text, @ForAll byte[] bytes) {
        refused("list", text);
        refused("list", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Example
    void withoutACursorAListBeginsAtTheBeginning() {
        assertThat(cursors.read("list", null)).isNull();
    }

    @Example
    void anotherDeploymentsCursorIsRefused() {
        refused("list", new Cursor(new Secrets("t".repeat(32))).write("list", "key"));
    }

    @Example
    void theSignatureOfOneKeyIsNotThatOfAnother() {
        byte[] bytes = Base64.getUrlDecoder().decode(cursors.write("list", "abc"));
        bytes[bytes.length - 1] = 'd';
        refused("list", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Example
    void theKeyCanBeReadButIsSigned() {
        byte[] bytes = Base64.getUrlDecoder().decode(cursors.write("list", "key"));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .hasSize(12 + 3)
                .endsWith("key");
    }
}

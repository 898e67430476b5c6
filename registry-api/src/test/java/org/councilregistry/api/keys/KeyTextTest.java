package org.councilregistry.api.keys;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

/** How a key is written, and that a mistyped one is noticed without a look-up. */
class KeyTextTest {
    private static final String KNOWN = "crk_000000000000_" + "0".repeat(43);

    @Property(tries = 200)
    void aNewKeyIsReadAsItWasWritten() {
        KeyText key = KeyText.make(KeyText.Kind.KEY);
        assertThat(key.written()).matches("crk_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}");
        assertThat(KeyText.parse(KeyText.Kind.KEY, key.written())).contains(key);
    }

    @Property(tries = 1_000)
    void aKeyWithAnyCharacterAlteredIsNoKey(
            @ForAll @IntRange(max = 66) int at, @ForAll @CharRange(from = '0', to = 'z') char other) {
        String key = KeyText.make(KeyText.Kind.KEY).written();
        StringBuilder altered = new StringBuilder(key);
        altered.setCharAt(at, other);
        Assume.that(!altered.toString().equals(key));
        assertThat(KeyText.parse(KeyText.Kind.KEY, altered.toString())).isEmpty();
    }

    @Property(tries = 200)
    void aKeyThatWasCutOrIsLongerIsNoKey(@ForAll @IntRange(max = 66) int length, @ForAll char more) {
        String key = KeyText.make(KeyText.Kind.KEY).written();
        assertThat(KeyText.parse(KeyText.Kind.KEY, key.substring(0, length))).isEmpty();
        assertThat(KeyText.parse(KeyText.Kind.KEY, key + more)).isEmpty();
    }

    @Property(tries = 500)
    void twoNeighboursThatChangedPlacesAreNoticed(@ForAll @IntRange(max = 65) int at) {
        String key = KeyText.make(KeyText.Kind.KEY).written();
        StringBuilder altered = new StringBuilder(key);
        altered.setCharAt(at, key.charAt(at + 1));
        altered.setCharAt(at + 1, key.charAt(at));
        Assume.that(!altered.toString().equals(key));
        assertThat(KeyText.parse(KeyText.Kind.KEY, altered.toString())).isEmpty();
    }

    @Property(tries = 200)
    void aKeyIsNoInvitationAndAnInvitationIsNoKey() {
        String key = KeyText.make(KeyText.Kind.KEY).written();
        String invitation = KeyText.make(KeyText.Kind.INVITATION).written();
        assertThat(invitation).startsWith("cri_");
        assertThat(KeyText.parse(KeyText.Kind.INVITATION, invitation)).isPresent();
        assertThat(KeyText.parse(KeyText.Kind.INVITATION, key)).isEmpty();
        assertThat(KeyText.parse(KeyText.Kind.KEY, invitation)).isEmpty();
        assertThat(KeyText.parse(KeyText.Kind.KEY, "crk_" + invitation.substring(4)))
                .isEmpty();
    }

    @Property(tries = 500)
    void anyTextIsAKeyOrNot(@ForAll String text) {
        assertThat(KeyText.parse(KeyText.Kind.KEY, text)).isEmpty();
        assertThat(KeyText.parse(KeyText.Kind.KEY, "crk_" + text)).isEmpty();
    }

    @Example
    void theChecksumOfAKeyStaysWhatItIs() {
        assertThat(new KeyText(KeyText.Kind.KEY, "000000000000", "0".repeat(43)).written())
                .isEqualTo(KNOWN + "_0dlkp0");
    }

    @Example
    void whatIsHashedIsThePublicPartAndTheSecret() {
        assertThat(new KeyText(KeyText.Kind.KEY, "abcdefghijkl", "0".repeat(43)).secretBytes())
                .asString()
                .isEqualTo("abcdefghijkl_" + "0".repeat(43));
    }

    @Example
    void aKeyThatIsPrintedShowsNoSecret() {
        KeyText key = KeyText.make(KeyText.Kind.KEY);
        assertThat(key.toString()).isEqualTo("crk_" + key.hint() + "_...").doesNotContain(key.secret());
    }
}

package org.councilregistry.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.councilregistry.schema.ProblemType;

/** Bytes chosen by what they make the code do: no cursor can be made up. */
class CursorBytesTest {
    private static final Cursor CURSORS = new Cursor(new Secrets("s".repeat(32)));

    @FuzzTest(maxDuration = "60s")
    void aCursorThatNobodySignedIsRefused(byte[] bytes) {
        // the name of the list, a line break, the cursor
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
        String cursor = parts[parts.length - 1];
        try {
            String key = CURSORS.read(parts[0], cursor);
            throw new AssertionError("a cursor was made up, for " + key);
        } catch (ProblemException refused) {
            assertThat(refused.type()).isEqualTo(ProblemType.INVALID_CURSOR);
        }
    }
}

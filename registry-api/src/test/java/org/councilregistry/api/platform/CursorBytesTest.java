package org.councilregistry.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/** Bytes chosen by what they make the code do: no cursor can be made up. */
class CursorBytesTest {
    private static final Cursor CURSORS = new Cursor(new Secrets("s".repeat(32)));

    @FuzzTest(maxDuration = "60s")
    void aCursorThatNobodySignedIsRefused(@Nullable String list, @Nullable String cursor) {
        if (list == null || cursor == null) return;
        try {
            String key = CURSORS.read(list, cursor);
            throw new AssertionError("a cursor was made up, for " + key);
        } catch (ProblemException refused) {
            assertThat(refused.type()).isEqualTo(ProblemType.INVALID_CURSOR);
        }
    }
}

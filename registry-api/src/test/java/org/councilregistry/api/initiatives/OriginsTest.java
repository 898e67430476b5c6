package org.councilregistry.api.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Link;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What makes two records the same work beyond doubt. */
class OriginsTest {
    private static final String KEY = "6f9619ff-8b86-4011-b42d-00c04fc964ff";

    private static List<String> of(@Nullable String externalId, String kind, String... urls) {
        InitiativeDraft draft = InitiativeDraftBuilder.builder()
                .organisation("leeds")
                .title("Bins")
                .summary("About bins.")
                .externalId(externalId)
                .links(Stream.of(urls).map(url -> new Link(kind, url, null)).toList())
                .build();
        return Origins.of(draft);
    }

    @Test
    void aRepositoryIsTheSameInAnySpelling() {
        assertThat(of(null, "repository", "https://github.com/Leeds/Bins.git", "http://www.github.com/leeds/bins/"))
                .containsExactly("github.com/leeds/bins");
    }

    @Test
    void aPageThatIsNoRepositoryTellsNothing() {
        assertThat(of(null, "blog", "https://github.com/leeds/bins")).isEmpty();
        assertThat(of(null, "repository", "https://github.com/leeds", "https://git.internal/bins"))
                .isEmpty();
    }

    @Test
    void aKeyThatIsUniqueInTheWorldIsAnOrigin() {
        assertThat(of(KEY.toUpperCase(Locale.ROOT), "repository")).containsExactly("urn:uuid:" + KEY);
        assertThat(of("urn:uuid:" + KEY, "repository")).containsExactly("urn:uuid:" + KEY);
    }

    @Test
    void aKeyThatAnotherCouncilMayUseForOtherWorkIsNone() {
        assertThat(of("missed-bins", "repository")).isEmpty();
        assertThat(of("2024.17", "repository")).isEmpty();
        assertThat(of("00000000-0000-0000-0000-000000000000", "repository")).isEmpty();
    }
}

package org.councilregistry.api.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.schema.ProblemPage;
import org.councilregistry.schema.ProblemType;
import org.junit.jupiter.api.Test;

/** Whoever is told no can read why, and what to do. */
class ProblemPagesTest {
    private final Http anybody = new Http(RunningRegistry.shared().address(), null);

    @Test
    void everyKindOfProblemHasItsPage() {
        ProblemTexts texts = new ProblemTexts();
        Arrays.stream(ProblemType.values())
                .filter(t -> t != ProblemType.UNKNOWN)
                .forEach(type -> {
                    ProblemPage page = texts.find(type.slug());
                    assertThat(page).as(type.slug()).isNotNull();
                    assertThat(page.title()).isEqualTo(type.title());
                    assertThat(page.cause()).hasSizeGreaterThan(40);
                    assertThat(page.cure()).hasSizeGreaterThan(40);
                    assertThat(page.example()).contains("\n\n" + type.status() + ": ");
                });
        assertThat(texts.all().items()).hasSize(ProblemType.values().length - 1);
    }

    @Test
    void theTypeOfARefusalLeadsToItsPage() {
        String type =
                anybody.get("/v1/initiatives?phaze=alpha").json().path("type").asText();
        Http.Answer page = anybody.get(type);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().path("slug").asText()).isEqualTo("unknown-field");
        assertThat(anybody.get("/v1/problems").json().path("items").size()).isEqualTo(ProblemType.values().length - 1);
    }

    @Test
    void aBrowserIsGivenAPageToRead() {
        String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        Http.Answer page = anybody.get("/v1/problems/version-conflict", "Accept", browser);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.response().body()).contains(">The record has changed since you read it</h1>", ">Cure</h2>");
        assertThat(anybody.get("/v1/problems/version-conflict", "Accept", "*/*").header("Content-Type"))
                .isEqualTo("application/json");
    }

    @Test
    void aWordThatIsNoKindOfProblemHasNone() {
        assertThat(anybody.get("/v1/problems/bad-weather").problem()).isEqualTo("not-found");
        assertThat(anybody.get("/v1/problems/unknown").problem()).isEqualTo("not-found");
    }
}

package org.councilregistry.api.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.councilregistry.api.pairs.PairCalls.about;
import static org.councilregistry.api.pairs.PairCalls.one;

import java.util.List;
import org.councilregistry.api.Http;
import org.councilregistry.api.pairs.PairCalls.Council;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.Decision;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.Overlap;
import org.councilregistry.schema.OverlapDecision;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What was decided, and how often each band was right, for a spreadsheet and for a program. */
class PairReportTest {
    private static final PairCalls calls = new PairCalls();
    private final Council leeds = calls.council();
    private final Council cardiff = calls.council();
    private final Http coordinator = new Http(calls.registry.address(), calls.registry.key(Role.COORDINATOR, null));

    @AfterAll
    static void close() {
        calls.close();
    }

    private Overlap decided(String word, Decision decision) {
        Initiative here = calls.publish(leeds, word, about(word));
        calls.publish(cardiff, word, about(word));
        calls.settle();
        return calls.coordinator
                .overlaps()
                .decide(one(calls.coordinator, here).id(), new OverlapDecision(decision, "Said so, \"as it is\"."));
    }

    @Test
    void decisionsAndCountsComeAsRowsToo() {
        Overlap right = decided("ruby", Decision.INTRODUCE);
        Overlap wrong = decided("jade", Decision.DIFFERENT);
        decided("coral", Decision.WATCH);

        Http.Answer lines = coordinator.get("/v1/overlaps/decisions", "Accept", "application/jsonl");
        assertThat(lines.header("Content-Type")).isEqualTo("application/jsonl");
        assertThat(lines.response().body().lines())
                .hasSize(2)
                .anyMatch(l -> l.contains("\"left\":\"" + right.left().id() + "\"") && l.contains("\"grade\":2"))
                .anyMatch(l -> l.contains("\"right\":\"" + wrong.right().id() + "\"") && l.contains("\"grade\":0"));
        List<String> table = coordinator
                .get("/v1/overlaps/decisions", "Accept", "text/csv")
                .response()
                .body()
                .lines()
                .toList();
        assertThat(table).hasSize(3);
        assertThat(table.get(0)).endsWith("id,left,right,grade,band,detector");

        Http.Answer csv = coordinator.get("/v1/reports/overlap", "Accept", "text/csv");
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
        assertThat(csv.response().body())
                .contains("band,open,introduce,related,different,watch,precision,precisionHalf\r\n")
                .contains("\r\nclose,");
        assertThat(csv.response().body()).contains("same,0,1,0,1,1,0.5,0.5\r\n");
        assertThat(right.band()).isEqualTo(Band.SAME);
        Http other = new Http(calls.registry.address(), calls.council().key());
        assertThat(other.get("/v1/overlaps/decisions", "Accept", "application/jsonl")
                        .response()
                        .body())
                .as("of whoever may see none of them")
                .isEmpty();
    }

    @Test
    void whoAsksForNothingSpecialGetsJson() {
        assertThat(coordinator.get("/v1/reports/overlap").header("Content-Type"))
                .isEqualTo("application/json");
        assertThat(coordinator.get("/v1/overlaps/decisions", "Accept", "*/*").header("Content-Type"))
                .isEqualTo("application/json");
        assertThat(coordinator.get("/v1/reports/overlap", "Accept", "image/png").status())
                .isEqualTo(406);
    }
}

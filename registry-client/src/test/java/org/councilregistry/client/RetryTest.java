package org.councilregistry.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.councilregistry.client.FakeServer.cut;
import static org.councilregistry.client.FakeServer.json;
import static org.councilregistry.client.FakeServer.problem;
import static org.councilregistry.client.FakeServer.record;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.councilregistry.schema.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a call is tried again, when not, and what is known when it failed. */
class RetryTest {
    private static final FakeServer.Answer MADE = json(201, Samples.initiative(1, ""), "ETag", "\"1-a\"");
    private static final FakeServer.Answer READ = record("1-a", Samples.initiative(1, ""));

    private static RegistryException failure(Runnable call) {
        return catchThrowableOfType(RegistryException.class, call::run);
    }

    private static void edit(RegistryClient client) {
        client.initiatives().edit(Samples.ID, draft -> draft.withTitle(draft.title() + "!"));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504, 500})
    void aPassingFailureIsTriedAgainUnderTheSameIdempotencyKey(int status) {
        try (FakeServer server = new FakeServer(json(status, ""), json(status, ""), MADE)) {
            server.client().initiatives().register(Samples.draft());
            server.client().initiatives().register(Samples.draft());
            assertThat(server.requests()).hasSize(4);
            var keys = server.requests().stream()
                    .map(r -> r.header("Idempotency-Key"))
                    .toList();
            assertThat(keys.subList(0, 3)).containsOnly(keys.get(0)).doesNotContain("");
            assertThat(keys.get(3)).isNotEqualTo(keys.get(0));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemType.class,
            names = {"NOT_FOUND", "ALREADY_REGISTERED", "IDEMPOTENCY_IN_PROGRESS", "VERSION_CONFLICT", "INVALID"})
    void aRefusalIsNotTriedAgain(ProblemType type) {
        try (FakeServer server = new FakeServer(problem(type))) {
            RegistryException e = failure(() -> server.client().initiatives().register(Samples.draft()));
            assertThat(e.type()).isEqualTo(type);
            assertThat(e.problem()).isPresent();
            assertThat(e.mayHaveBeenApplied()).isFalse();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void afterAnInternalErrorOnlyWhatIsSafeToRepeatIsRepeated() {
        try (FakeServer server = new FakeServer(READ, problem(ProblemType.INTERNAL))) {
            RegistryException e = failure(() -> edit(server.client()));
            assertThat(e.type()).isEqualTo(ProblemType.INTERNAL);
            assertThat(e.mayHaveBeenApplied()).isTrue();
            assertThat(server.methods()).containsExactly("GET", "PATCH");
        }
        try (FakeServer server = new FakeServer(problem(ProblemType.INTERNAL))) {
            assertThat(failure(() -> server.client().whoami()).mayHaveBeenApplied())
                    .isFalse();
            assertThat(server.requests()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itWaitsAsLongAsTheRegistryAsks(boolean seconds) {
        String when = seconds
                ? "1"
                : ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2).format(DateTimeFormatter.RFC_1123_DATE_TIME);
        try (FakeServer server = new FakeServer(problem(ProblemType.RATE_LIMITED, "Retry-After", when), MADE)) {
            long start = System.nanoTime();
            server.client().initiatives().register(Samples.draft());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
        }
    }

    @Test
    void aWaitThatIsLongerThanTheCallEndsItAtOnce() {
        try (FakeServer server = new FakeServer(problem(ProblemType.RATE_LIMITED, "Retry-After", "60"))) {
            RegistryClient client = RegistryClient.builder(server.address())
                    .timeouts(Duration.ofSeconds(5), Duration.ofSeconds(1))
                    .build();
            long start = System.nanoTime();
            assertThat(failure(client::whoami).type()).isEqualTo(ProblemType.RATE_LIMITED);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void inAStormItStopsTryingAgain() {
        try (FakeServer server = new FakeServer(problem(ProblemType.UNAVAILABLE))) {
            RegistryClient client = server.client();
            for (int i = 0; i < 10; i++) failure(client::whoami);
            assertThat(server.requests()).hasSize(10 + 10);
        }
    }

    @Test
    void whoSwitchesAttemptsOffHasOne() {
        try (FakeServer server = new FakeServer(problem(ProblemType.UNAVAILABLE))) {
            failure(RegistryClient.builder(server.address()).attempts(1).build()::whoami);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aRegistryThatCannotBeReachedHasAppliedNothing() {
        URI gone;
        try (FakeServer server = new FakeServer(MADE)) {
            gone = server.address();
        }
        RegistryClient client = RegistryClient.builder(gone).build();
        RegistryException e = failure(() -> client.initiatives().register(Samples.draft()));
        assertThat(e).hasMessageContaining("cannot be reached");
        assertThat(e.problem()).isEmpty();
        assertThat(e.type()).isEqualTo(ProblemType.UNKNOWN);
        assertThat(e.mayHaveBeenApplied()).isFalse();
    }

    @Test
    void aChangeWhoseAnswerWasLostMayHaveBeenApplied() {
        try (FakeServer server = new FakeServer(cut())) {
            assertThat(failure(() -> server.client().initiatives().register(Samples.draft()))
                            .mayHaveBeenApplied())
                    .isTrue();
            assertThat(server.requests()).hasSize(3);
        }
        try (FakeServer server = new FakeServer(READ, cut())) {
            assertThat(failure(() -> edit(server.client())).mayHaveBeenApplied())
                    .isTrue();
            assertThat(server.methods()).containsExactly("GET", "PATCH");
        }
    }

    @Test
    void whatOnlyAsksHasNeverBeenApplied() {
        try (FakeServer server = new FakeServer(cut())) {
            RegistryException e = failure(() -> server.client().overlaps().check(Samples.draft()));
            assertThat(e.mayHaveBeenApplied()).isFalse();
            assertThat(server.requests().get(0).header("Idempotency-Key")).isNotEmpty();
        }
    }

    @Test
    void aRefusalAfterALostAnswerLeavesOpenWhichOneCounts() {
        try (FakeServer server = new FakeServer(cut(), problem(ProblemType.ALREADY_REGISTERED))) {
            RegistryException e = failure(() -> server.client().initiatives().register(Samples.draft()));
            assertThat(e.type()).isEqualTo(ProblemType.ALREADY_REGISTERED);
            assertThat(e.mayHaveBeenApplied()).isTrue();
        }
    }

    @Test
    void anEditIsNotAppliedTwiceAfterALostAnswer() {
        try (FakeServer server =
                new FakeServer(READ, problem(ProblemType.OUTCOME_UNKNOWN), problem(ProblemType.VERSION_CONFLICT))) {
            RegistryException e = failure(() -> edit(server.client()));
            assertThat(e.type()).isEqualTo(ProblemType.VERSION_CONFLICT);
            assertThat(e.mayHaveBeenApplied()).isTrue();
            assertThat(server.methods()).containsExactly("GET", "PATCH", "PATCH");
        }
    }

    @Test
    void anEditThatWasOvertakenIsAppliedToWhatIsThereNow() {
        String newer = Samples.initiative(2, "").replace("Missed bins", "Bins");
        try (FakeServer server = new FakeServer(
                READ, problem(ProblemType.VERSION_CONFLICT), record("2-b", newer), record("3-c", newer))) {
            edit(server.client());
            assertThat(server.methods()).containsExactly("GET", "PATCH", "GET", "PATCH");
            assertThat(server.requests().get(1).header("If-Match")).isEqualTo("\"1-a\"");
            assertThat(server.requests().get(1).header("Content-Type")).isEqualTo("application/merge-patch+json");
            assertThat(server.requests().get(3).header("If-Match")).isEqualTo("\"2-b\"");
            assertThat(server.requests().get(3).body()).isEqualTo("{\"title\":\"Bins!\"}");
        }
    }

    @Test
    void anEditThatChangesNothingSendsNothing() {
        try (FakeServer server = new FakeServer(READ)) {
            server.client().initiatives().edit(Samples.ID, draft -> draft);
            assertThat(server.methods()).containsExactly("GET");
        }
    }
}

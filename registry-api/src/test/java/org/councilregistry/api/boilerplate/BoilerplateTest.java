package org.councilregistry.api.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.meanings.KindsOfWork;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Match;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three hundred records of one fund, each with the fund's paragraph; on a registry of their own that knows meanings. */
class BoilerplateTest {
    private static final String FUND =
            "This project is paid for by the Regional Growth and Innovation Fund. Progress is"
                    + " reported to the programme board every quarter. Savings are shared among the partners of the programme. All"
                    + " that comes of it is published under an open licence.";
    private static final int RECORDS = 300;
    private static final RunningRegistry registry = RunningRegistry.own();
    private static final List<Council> councils = new ArrayList<>();

    private record Council(Organisation organisation, RegistryClient editor) {
        Initiative publish(String key, InitiativeDraft draft) {
            return editor.initiatives().publish(organisation.slug(), key, draft).initiative();
        }
    }

    @BeforeAll
    static void publishAll() {
        for (int i = 0; i < 10; i++) {
            Organisation organisation = registry.council();
            councils.add(new Council(organisation, client(registry.key(Role.EDITOR, organisation))));
        }
        until(() -> registry.wiring().comparable());
        List<String> labels = new KindsOfWork().labels();
        for (int i = 0; i < RECORDS; i++) {
            String label = labels.get(i * labels.size() / RECORDS);
            councils.get(i % councils.size()).publish("k" + i, draft(label, "People wait for " + label + "."));
        }
        settle();
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    private static RegistryClient client(String key) {
        return RegistryClient.builder(registry.address()).apiKey(key).build();
    }

    private static InitiativeDraft draft(String title, String problem) {
        return InitiativeDraftBuilder.builder()
                .title(title)
                .summary(FUND)
                .problem(problem)
                .phase(Phase.ALPHA)
                .build();
    }

    private static long number(String sql) {
        return registry.wiring()
                .databases()
                .jdbi()
                .withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
    }

    /** Waits until everything has been counted, read and compared. */
    private static void settle() {
        until(() -> number("select (select count(*) from boilerplate_queue) + (select count(*) from event_queue)"
                                + " + (select count(*) from meaning_queue) + (select count(*) from overlap_queue)"
                                + " + (select coalesce(max(position), 0) from event_seals)"
                                + " - (select position from projections where name = 'overlaps')")
                        == 0
                && registry.wiring().comparable());
    }

    private static void until(BooleanSupplier done) {
        Eventually.until(Duration.ofMinutes(4), done);
    }

    private static List<UUID> similar(Initiative initiative) {
        return councils.get(0).editor().overlaps().similar(initiative.id()).stream()
                .map(m -> m.initiative().id())
                .toList();
    }

    @Test
    void aParagraphThatHundredsShareMakesNoPairs() {
        assertThat(number("select count(*) from boilerplate")).isEqualTo(4);
        long open = number("select count(*) from overlap_pairs where state = 'open'");
        assertThat(open).as("of some 40,000 that there could be").isLessThan(RECORDS / 5);
    }

    @Test
    void aTruePairAmongThemIsFoundAndItsReasonsDoNotQuoteTheParagraph() {
        Initiative one = councils.get(0)
                .publish(
                        "graves",
                        draft(
                                "Cemetery plots online",
                                "Families cannot see which burial plots in a cemetery are free."));
        Initiative other = councils.get(1)
                .publish(
                        "burials",
                        draft(
                                "Burial plot finder",
                                "Relatives ring the cemetery office to ask which plots are free for a burial."));
        settle();
        assertThat(similar(one)).contains(other.id());
        List<Match> matches = councils.get(2)
                .editor()
                .overlaps()
                .check(draft("Free graves", "Families ask which burial plots in the cemetery are free."))
                .matches();
        assertThat(matches.get(0).initiative().id()).isIn(one.id(), other.id());
        assertThat(matches)
                .flatExtracting(Match::reasons)
                .noneMatch(reason -> reason.text().contains("Fund"));
    }

    @Test
    void theParagraphMakesNoDifferenceToWhatADraftIsToldOf() {
        InitiativeDraft with = draft("Choir rehearsal rooms", "Singers look for a hall.");
        assertThat(told(with)).isNotEmpty().isEqualTo(told(with.withSummary(null)));
    }

    private static List<String> told(InitiativeDraft draft) {
        return councils.get(2).editor().overlaps().check(draft).matches().stream()
                .map(m -> m.initiative().id() + " " + m.band())
                .toList();
    }

    @Test
    void aRecordThatNoLongerSaysItIsNotCounted() {
        long before = number("select count(*) from boilerplate_sentences");
        Initiative extra =
                councils.get(3).publish("extra", draft("Lamp post sensors", "Dark streets frighten people."));
        settle();
        assertThat(number("select count(*) from boilerplate_sentences")).isEqualTo(before + 5);
        councils.get(3).editor().initiatives().withdraw(extra.id(), "a duplicate");
        settle();
        assertThat(number("select count(*) from boilerplate_sentences")).isEqualTo(before);
    }
}

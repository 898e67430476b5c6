package org.councilregistry.api.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.councilregistry.api.pairs.PairCalls.one;
import static org.councilregistry.api.pairs.PairCalls.pairsOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.councilregistry.api.Http;
import org.councilregistry.api.pairs.PairCalls.Council;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Decision;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationDraftBuilder;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.Overlap;
import org.councilregistry.schema.OverlapCluster;
import org.councilregistry.schema.OverlapDecision;
import org.councilregistry.schema.Role;
import org.councilregistry.schema.Visibility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is hidden leaks through no pair; lists, filters and groups are those of the reader. */
class PairPrivacyTest {
    private static final PairCalls calls = new PairCalls();
    private final Council leeds = calls.council();
    private final Council cardiff = calls.council();
    private final String marker = "zq" + Long.toString(System.nanoTime(), 36);

    @AfterAll
    static void close() {
        calls.close();
    }

    private InitiativeDraft parking() {
        return PairCalls.about(marker);
    }

    /** Everything about pairs that a key can read. */
    private List<String> answers(@Nullable String key, Initiative mine) {
        Http http = new Http(calls.registry.address(), key);
        List<String> answers = new ArrayList<>();
        for (String path : List.of(
                "/v1/overlaps?limit=200&total=true&organisation="
                        + leeds.organisation().slug(),
                "/v1/overlaps?state=gone&organisation=" + leeds.organisation().slug(),
                "/v1/overlaps/clusters?organisation=" + leeds.organisation().slug(),
                "/v1/overlaps/decisions",
                "/v1/events?types=overlap&limit=1000",
                "/v1/initiatives/" + mine.id() + "/similar")) {
            Http.Answer answer = http.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            answers.add(answer.response().body());
        }
        return answers;
    }

    private void hides(Initiative shown, Initiative hidden, @Nullable String key) {
        for (String answer : answers(key, shown)) {
            assertThat(answer).doesNotContain(hidden.id().toString());
            if (key == null) assertThat(answer).doesNotContain("overlap.");
        }
        assertThat(new Http(calls.registry.address(), key)
                        .get("/v1/overlaps?total=true&organisation="
                                + cardiff.organisation().slug())
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void aRecordKeptToPublicBodiesIsNoPairForThePublic() {
        Initiative shown = calls.publish(leeds, "a", parking());
        Initiative hidden = calls.publish(cardiff, "a", parking().withVisibility(Visibility.SECTOR));
        calls.settle();
        assertThat(one(leeds.editor(), shown).id())
                .isEqualTo(one(cardiff.editor(), hidden).id());
        hides(shown, hidden, null);
        Council third = calls.council();
        assertThat(pairsOf(third.editor(), shown)).as("the pair of two others").isEmpty();
        assertThat(third.editor().overlaps().similar(shown.id())).hasSize(1);
        assertThat(calls.anybody.overlaps().similar(shown.id())).isEmpty();
    }

    @Test
    void aRecordKeptToItsOrganisationIsNoPairForTheOtherOwner() {
        Initiative shown = calls.publish(leeds, "b", parking());
        Initiative hidden = calls.publish(cardiff, "b", parking().withVisibility(Visibility.ORGANISATION));
        calls.settle();
        hides(shown, hidden, null);
        hides(shown, hidden, leeds.key());
        assertThat(pairsOf(cardiff.editor(), hidden)).hasSize(1);
        assertThat(pairsOf(calls.coordinator, hidden)).hasSize(1);
    }

    @Test
    void aDraftIsNoPair() {
        Initiative shown = calls.publish(leeds, "c", parking());
        Initiative hidden = cardiff.editor()
                .initiatives()
                .register(parking().withOrganisation(cardiff.organisation().slug()));
        calls.settle();
        hides(shown, hidden, null);
        hides(shown, hidden, leeds.key());
        assertThat(pairsOf(calls.coordinator, shown)).isEmpty();
    }

    @Test
    void whatIsNarrowedOrWithdrawnLeavesAndItsOtherOwnerIsTold() {
        Initiative shown = calls.publish(leeds, "d", parking());
        Initiative hidden = calls.publish(cardiff, "d", parking());
        calls.settle();
        Overlap pair = one(leeds.editor(), shown);
        cardiff.editor().initiatives().edit(hidden.id(), d -> d.withVisibility(Visibility.ORGANISATION));
        calls.settle();
        hides(shown, hidden, leeds.key());
        assertThat(calls.events(leeds.key(), pair.id())).containsExactly("overlap.hidden");
        cardiff.editor().initiatives().edit(hidden.id(), d -> d.withVisibility(Visibility.PUBLIC));
        calls.settle();
        assertThat(one(leeds.editor(), shown).id()).isEqualTo(pair.id());
        cardiff.editor().initiatives().withdraw(hidden.id(), "by mistake");
        calls.settle();
        hides(shown, hidden, leeds.key());
        List<String> told = calls.events(leeds.key(), pair.id());
        assertThat(told.get(told.size() - 1)).isEqualTo("overlap.hidden");
        String kept = calls.registry
                .wiring()
                .databases()
                .jdbi()
                .withHandle(h -> h.createQuery("select cast(p as text) from overlap_pairs p where id = :id")
                        .bind("id", pair.id())
                        .mapTo(String.class)
                        .one());
        assertThat(kept.toLowerCase(Locale.ROOT)).doesNotContain(marker);
    }

    @Test
    void listsAreNarrowedByEveryFilter() {
        Initiative here = calls.publish(leeds, "e", parking());
        calls.publish(cardiff, "e", parking());
        calls.settle();
        Overlap pair = one(calls.coordinator, here);
        String own = leeds.organisation().slug();
        assertThat(calls.coordinator.overlaps().all().organisation(own).band(pair.band()).stream())
                .hasSize(1);
        assertThat(calls.coordinator.overlaps().all().organisation(own).olderThan(1).stream())
                .isEmpty();
        assertThat(calls.coordinator.overlaps().all().organisation(own).crossOrganisation(true).stream())
                .hasSize(1);
        assertThat(calls.coordinator.overlaps().all().organisation(own).region("Nowhere").stream())
                .isEmpty();
        assertThat(calls
                        .coordinator
                        .overlaps()
                        .all()
                        .organisation(own)
                        .kind(leeds.organisation().kind())
                        .stream())
                .hasSize(1);
        assertThat(calls.coordinator.overlaps().all().organisation(own).within(own).stream())
                .isEmpty();
    }

    @Test
    void worksThatHangTogetherAreOneGroupWithWhatTheyHaveInCommon() {
        Initiative here = calls.publish(leeds, "f", parking());
        calls.publish(cardiff, "f", parking());
        calls.publish(calls.council(), "f", parking());
        calls.settle();
        OverlapCluster cluster = calls.coordinator.overlaps().all().clusters().stream()
                .filter(c -> c.initiatives().stream().anyMatch(i -> i.id().equals(here.id())))
                .findFirst()
                .orElseThrow();
        assertThat(cluster.size()).isEqualTo(3);
        assertThat(cluster.overlaps()).hasSize(3);
        assertThat(cluster.common()).contains(marker + "a " + marker + "b " + marker + "c");
        assertThat(leeds.editor().overlaps().all().clusters().stream()
                        .filter(c -> c.initiatives().stream().anyMatch(i -> i.id().equals(here.id())))
                        .findFirst()
                        .orElseThrow()
                        .overlaps())
                .as("not the pair of the two others")
                .hasSize(2);
    }

    @Test
    void aCoordinatorSeesThePairsOfHerAreaOnly() {
        Initiative here = calls.publish(leeds, "g", parking());
        calls.publish(cardiff, "g", parking());
        calls.settle();
        String elsewhere = calls.registry.key(Role.COORDINATOR, calls.registry.council());
        assertThat(pairsOf(calls.client(elsewhere), here)).isEmpty();
        assertThat(pairsOf(calls.coordinator, here)).hasSize(1);
        Organisation area = partnership(leeds.organisation());
        RegistryClient ofLeeds = calls.client(calls.registry.key(Role.COORDINATOR, area));
        Overlap pair = one(ofLeeds, here);
        assertThat(ofLeeds.overlaps().all().within(area.slug()).stream()).isEmpty();
        Organisation both = partnership(leeds.organisation(), cardiff.organisation());
        assertThat(calls.coordinator.overlaps().all().within(both.slug()).stream())
                .extracting(Overlap::id)
                .containsExactly(pair.id());
        ofLeeds.overlaps().decide(pair.id(), new OverlapDecision(Decision.RELATED, "Each goes on."));
        assertThat(pairsOf(calls.coordinator, here)).isEmpty();
    }

    private static Organisation partnership(Organisation... members) {
        return calls.registry
                .wiring()
                .organisations()
                .register(
                        Caller.system("test"),
                        OrganisationDraftBuilder.builder()
                                .name("Partnership " + System.nanoTime())
                                .kind(OrganisationKind.PARTNERSHIP)
                                .members(Arrays.stream(members)
                                        .map(Organisation::slug)
                                        .toList())
                                .build());
    }
}

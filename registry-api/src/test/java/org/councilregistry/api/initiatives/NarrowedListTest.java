package org.councilregistry.api.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.BenefitArea;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;

/** A list narrowed by what a record carries follows the record, and keeps its order from page to page. */
class NarrowedListTest {
    private static final String TAG = "t" + Long.toString(System.nanoTime(), 36);
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Organisation council = registry.council();
    private final RegistryClient client = RegistryClient.builder(registry.address())
            .apiKey(registry.key(Role.EDITOR, council))
            .build();

    private Initiative publish(String key, List<String> tags, List<BenefitArea> areas) {
        InitiativeDraft draft = InitiativeDraftBuilder.builder()
                .title("Work " + key)
                .summary("What is done as " + key + ".")
                .phase(Phase.ALPHA)
                .tags(tags)
                .benefitAreas(areas)
                .build();
        return client.initiatives().publish(council.slug(), key, draft).initiative();
    }

    private List<String> tagged(String tag) {
        return client.initiatives().all().tag(tag).stream()
                .map(Initiative::title)
                .toList();
    }

    @Test
    void aRecordIsListedByTheTagsThatItCarriesNow() {
        Initiative moved = publish("moved", List.of(TAG, TAG + "-b"), List.of());
        assertThat(tagged(TAG)).containsExactly("Work moved");
        client.initiatives().edit(moved.id(), draft -> draft.withTags(List.of(TAG + "-b", TAG + "-c")));
        assertThat(tagged(TAG)).isEmpty();
        assertThat(tagged(TAG + "-b")).containsExactly("Work moved");
        assertThat(tagged(TAG + "-c")).containsExactly("Work moved");
    }

    @Test
    void aTagIsNotTakenForABenefitArea() {
        String word = TAG + "-area";
        publish("area", List.of(word), List.of(BenefitArea.PLACE));
        assertThat(client.initiatives().all().tag(word).benefitArea(BenefitArea.PLACE).stream())
                .hasSize(1);
        assertThat(client.initiatives().all().tag(word).benefitArea(BenefitArea.OUTCOMES_AND_COST).stream())
                .isEmpty();
        assertThat(client.initiatives().all().tag("place").organisation(council.slug()).stream())
                .isEmpty();
    }

    @Test
    void narrowedPagesFollowEachOther() {
        String word = TAG + "-pages";
        List<String> made = new ArrayList<>();
        for (int n = 0; n < 7; n++)
            made.add(publish("page-" + n, List.of(word), List.of()).title());
        assertThat(client.initiatives()
                        .all()
                        .tag(word)
                        .phase(Phase.ALPHA)
                        .page(3)
                        .items())
                .extracting(Initiative::title)
                .isEqualTo(made.subList(0, 3));
        assertThat(tagged(word)).isEqualTo(made);
    }
}

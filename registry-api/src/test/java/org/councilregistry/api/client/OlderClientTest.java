package org.councilregistry.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.Barrier;
import org.councilregistry.schema.BarrierKind;
import org.councilregistry.schema.BenefitArea;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client one release older edits what a newer one wrote. */
class OlderClientTest {
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Organisation council = registry.council();
    private final RegistryClient newer = Clients.of(registry, Role.EDITOR, council);
    private final NewerRegistry before = new NewerRegistry(
            registry.address(),
            Map.of("approach", "way", "note", "remark", "legal", "lawful", "alpha", "trying", "place", "planet"));
    private final RegistryClient older = RegistryClient.builder(before.address())
            .apiKey(registry.key(Role.EDITOR, council))
            .build();
    private final Initiative made = newer.initiatives()
            .register(Clients.draft(council, "Bins")
                    .withApproach("Ask people.")
                    .withBenefitAreas(List.of(BenefitArea.PLACE, BenefitArea.OUTCOMES_AND_COST))
                    .withBarriers(List.of(
                            new Barrier(BarrierKind.LEGAL, "The law."), new Barrier(BarrierKind.SKILLS, null))));

    @AfterEach
    void close() {
        before.close();
    }

    @Test
    void itReadsWhatItKnows() {
        Initiative read = older.initiatives().get(made.id());
        assertThat(read.title()).isEqualTo("Bins");
        assertThat(read.approach()).isNull();
        assertThat(read.phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(read.barriers().get(0)).isEqualTo(new Barrier(BarrierKind.UNKNOWN, null));
    }

    @Test
    void itsEditKeepsNewerFields() {
        older.initiatives().edit(made.id(), draft -> draft.withTitle("Missed bins"));
        assertThat(newer.initiatives().get(made.id()))
                .usingRecursiveComparison()
                .ignoringFields("title", "version", "updatedAt")
                .isEqualTo(made);
    }

    @Test
    void itsEditOfAListKeepsNewerFieldsAndWordsOfTheOthersInIt() {
        older.initiatives().edit(made.id(), draft -> {
            List<Barrier> barriers = new ArrayList<>(draft.barriers());
            barriers.add(new Barrier(BarrierKind.CULTURE, null));
            List<BenefitArea> areas = new ArrayList<>(draft.benefitAreas());
            areas.add(BenefitArea.ENGAGEMENT_AND_EMPOWERMENT);
            return draft.withBarriers(barriers).withBenefitAreas(areas);
        });
        Initiative edited = newer.initiatives().get(made.id());
        assertThat(edited.barriers())
                .containsExactly(
                        new Barrier(BarrierKind.LEGAL, "The law."),
                        new Barrier(BarrierKind.SKILLS, null),
                        new Barrier(BarrierKind.CULTURE, null));
        assertThat(edited.benefitAreas())
                .containsExactly(
                        BenefitArea.PLACE, BenefitArea.OUTCOMES_AND_COST, BenefitArea.ENGAGEMENT_AND_EMPOWERMENT);
    }

    @Test
    void itDoesNotWriteBackWhatItDidNotUnderstand() {
        InitiativeDraft misread = InitiativeDraft.of(older.initiatives().get(made.id()));
        assertThatThrownBy(() -> older.initiatives().register(misread))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("newer client");
        assertThatThrownBy(() -> older.initiatives()
                        .edit(made.id(), d -> d.withBarriers(List.of(new Barrier(BarrierKind.SKILLS, "Mine.")))))
                .hasMessageContaining("'barriers'");
        assertThat(newer.initiatives().get(made.id())).isEqualTo(made);
    }
}

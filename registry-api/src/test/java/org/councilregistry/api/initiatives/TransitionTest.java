package org.councilregistry.api.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.councilregistry.api.openapi.Resources;
import org.councilregistry.api.platform.Json;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeState;
import org.councilregistry.schema.ProblemType;

/** The life of a record: draft, published, archived, with withdrawn and merged as ways out of it. */
class TransitionTest {
    private static final Map<InitiativeState, Set<Transition>> RULES = Map.of(
            InitiativeState.DRAFT, EnumSet.of(Transition.PUBLISH, Transition.WITHDRAW),
            InitiativeState.PUBLISHED, EnumSet.of(Transition.ARCHIVE, Transition.WITHDRAW, Transition.CONFIRM),
            InitiativeState.ARCHIVED, EnumSet.of(Transition.PUBLISH, Transition.WITHDRAW, Transition.CONFIRM),
            InitiativeState.WITHDRAWN, EnumSet.of(Transition.PUBLISH),
            InitiativeState.MERGED, EnumSet.noneOf(Transition.class));
    private static final Set<InitiativeState> CLAIMED_IN =
            EnumSet.of(InitiativeState.DRAFT, InitiativeState.PUBLISHED, InitiativeState.ARCHIVED);
    private static final ObjectNode EXAMPLE = example();

    private static ObjectNode example() {
        try {
            return (ObjectNode) new ObjectMapper()
                    .readTree(Files.readString(Resources.root().resolve("schema/examples/initiative.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Initiative initiative(InitiativeState state, boolean unclaimed) {
        ObjectNode members = EXAMPLE.deepCopy();
        members.put("state", word(state)).put("unclaimed", unclaimed);
        return Json.MAPPER.convertValue(members, Initiative.class);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Set<Transition> allowed(InitiativeState state, boolean unclaimed) {
        Set<Transition> steps = EnumSet.noneOf(Transition.class);
        steps.addAll(RULES.getOrDefault(state, Set.of()));
        if (unclaimed && CLAIMED_IN.contains(state)) steps.addAll(Set.of(Transition.CLAIM, Transition.DECLINE));
        return steps;
    }

    @Property(tries = 200)
    void onlyTheStepsOfTheRulesAreTakenAndARefusalNamesThem(
            @ForAll InitiativeState state, @ForAll boolean unclaimed, @ForAll Transition step) {
        Assume.that(state != InitiativeState.UNKNOWN);
        Set<Transition> allowed = allowed(state, unclaimed);
        Initiative record = initiative(state, unclaimed);
        assertThat(step.allowed(record)).isEqualTo(allowed.contains(step));
        try {
            step.require(record);
            assertThat(allowed).contains(step);
        } catch (ProblemException refused) {
            assertThat(allowed).doesNotContain(step);
            assertThat(refused.type()).isEqualTo(ProblemType.TRANSITION_NOT_ALLOWED);
            List<String> names = allowed.stream().map(TransitionTest::word).toList();
            assertThat(refused.detail())
                    .endsWith("Possible: " + (names.isEmpty() ? "none" : String.join(", ", names)) + ".");
        }
    }

    @Property(tries = 500)
    void noWalkLeavesTheStatesOrComesBackFromAMerge(@ForAll @Size(max = 30) List<Transition> walk) {
        InitiativeState state = InitiativeState.DRAFT;
        boolean unclaimed = true;
        for (Transition step : walk) {
            if (!step.allowed(initiative(state, unclaimed))) continue;
            if (step.to() != null) state = step.to();
            if (step == Transition.CLAIM || step == Transition.DECLINE) unclaimed = false;
            assertThat(state).isIn(CLAIMED_IN.contains(state) ? CLAIMED_IN : Set.of(InitiativeState.WITHDRAWN));
        }
    }

    @Example
    void everyStepLeadsWhereItsNameSays() {
        assertThat(Arrays.stream(Transition.values()).map(step -> step + " " + step.to()))
                .containsExactly(
                        "PUBLISH PUBLISHED",
                        "ARCHIVE ARCHIVED",
                        "WITHDRAW WITHDRAWN",
                        "CONFIRM null",
                        "CLAIM null",
                        "DECLINE WITHDRAWN");
    }
}

package org.councilregistry.api.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.councilregistry.api.openapi.Resources;
import org.councilregistry.api.platform.Words;
import org.councilregistry.schema.Assurance;
import org.councilregistry.schema.BarrierKind;
import org.councilregistry.schema.BenefitArea;
import org.councilregistry.schema.BudgetBand;
import org.councilregistry.schema.ComponentKind;
import org.councilregistry.schema.ComponentState;
import org.councilregistry.schema.DevelopmentStatus;
import org.councilregistry.schema.EvidenceKind;
import org.councilregistry.schema.FundingState;
import org.councilregistry.schema.MaintenanceKind;
import org.councilregistry.schema.MeasureUnit;
import org.councilregistry.schema.OfferKind;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.OrganisationState;
import org.councilregistry.schema.OutcomeKind;
import org.councilregistry.schema.OutcomePeriod;
import org.councilregistry.schema.ParticipantRole;
import org.councilregistry.schema.ParticipantState;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.SuccessionKind;
import org.junit.jupiter.api.Test;

/** The pages speak both languages to the end. */
class PhrasesTest {
    private static final Path TEMPLATES =
            Resources.root().resolve("registry-api/src/main/resources/org/councilregistry/api");
    private static final Pattern SAID = Pattern.compile("frame\\.say\\(\"([^\"]+)\"[,)]");
    private static final Pattern SLOT = Pattern.compile("\\{\\d}");

    private static final Map<String, Class<? extends Enum<?>>> WORDS = Map.ofEntries(
            Map.entry("phase", Phase.class),
            Map.entry("benefitArea", BenefitArea.class),
            Map.entry("evidence", EvidenceKind.class),
            Map.entry("barrier", BarrierKind.class),
            Map.entry("offer", OfferKind.class),
            Map.entry("participant", ParticipantRole.class),
            Map.entry("participation", ParticipantState.class),
            Map.entry("budget", BudgetBand.class),
            Map.entry("funding", FundingState.class),
            Map.entry("assurance", Assurance.class),
            Map.entry("outcome", OutcomeKind.class),
            Map.entry("period", OutcomePeriod.class),
            Map.entry("unit", MeasureUnit.class),
            Map.entry("component", ComponentKind.class),
            Map.entry("componentState", ComponentState.class),
            Map.entry("developmentStatus", DevelopmentStatus.class),
            Map.entry("maintenance", MaintenanceKind.class),
            Map.entry("organisation", OrganisationKind.class),
            Map.entry("organisationState", OrganisationState.class),
            Map.entry("succession", SuccessionKind.class));

    private final Phrases phrases = new Phrases();

    @Test
    void bothLanguagesHaveEveryPhrase() {
        assertThat(phrases.keys(Language.WELSH)).isEqualTo(phrases.keys(Language.ENGLISH));
        for (String key : phrases.keys(Language.ENGLISH)) {
            for (Language language : Language.values()) {
                assertThat(phrases.find(language, key))
                        .as(key + " in " + language)
                        .isNotBlank();
            }
            assertThat(slots(phrases.find(Language.WELSH, key)))
                    .as("what is put into " + key)
                    .isEqualTo(slots(phrases.find(Language.ENGLISH, key)));
        }
    }

    private static Set<String> slots(String phrase) {
        Set<String> slots = new TreeSet<>();
        for (Matcher slot = SLOT.matcher(phrase); slot.find(); ) slots.add(slot.group());
        return slots;
    }

    @Test
    void everythingThatATemplateSaysIsAPhrase() throws IOException {
        List<String> said = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
                for (Matcher say = SAID.matcher(Files.readString(file)); say.find(); ) said.add(say.group(1));
            }
        }
        assertThat(said).hasSizeGreaterThan(200);
        assertThat(phrases.keys(Language.ENGLISH)).containsAll(said);
    }

    @Test
    void everyWordOfARecordIsAPhrase() {
        WORDS.forEach((noun, type) -> {
            for (Enum<?> value : type.getEnumConstants()) {
                if (value.name().equals("UNKNOWN")) continue;
                assertThat(phrases.find(Language.WELSH, noun + "." + Words.of(value)))
                        .as(noun + "." + Words.of(value))
                        .isNotNull();
            }
        });
    }
}

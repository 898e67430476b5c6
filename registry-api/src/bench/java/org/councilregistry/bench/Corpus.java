package org.councilregistry.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.councilregistry.schema.BenefitArea;
import org.councilregistry.schema.BudgetBand;
import org.councilregistry.schema.Contact;
import org.councilregistry.schema.Evidence;
import org.councilregistry.schema.EvidenceKind;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Link;
import org.councilregistry.schema.ParticipantDraft;
import org.councilregistry.schema.ParticipantRole;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.Visibility;

/** Made-up initiatives, the same in every run: number n is always the same text. */
final class Corpus {
    /** How many organisations there are. */
    static final int ORGANISATIONS = 400;

    /** How many initiatives of a hundred are in each phase. */
    private static final List<Phase> PHASES = phases(
            Phase.LIVE,
            26,
            Phase.DISCOVERY,
            18,
            Phase.ALPHA,
            10,
            Phase.IMPLEMENTATION,
            9,
            Phase.PUBLIC_BETA,
            9,
            Phase.IDEA,
            8,
            Phase.PROCUREMENT,
            7,
            Phase.PRIVATE_BETA,
            6,
            Phase.COMPLETED,
            4,
            Phase.PAUSED,
            3);

    private static final List<BudgetBand> BUDGETS =
            List.of(BudgetBand.UNDER_50K, BudgetBand.FROM_50K_100K, BudgetBand.FROM_100K_250K);

    private static final long SEED = 20_261_124;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    private final Vocabulary vocabulary = new Vocabulary(SEED);
    private final List<String> summaries = new ArrayList<>();

    Corpus() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 1_000; i++) {
            int topic = vocabulary.topic(random);
            summaries.add(cut(vocabulary.text(topic, 25 + random.nextInt(45), random), 460));
        }
    }

    private static List<Phase> phases(Object... shares) {
        List<Phase> phases = new ArrayList<>();
        for (int i = 0; i < shares.length; i += 2) {
            for (int times = 0; times < (Integer) shares[i + 1]; times++) phases.add((Phase) shares[i]);
        }
        return phases;
    }

    /** The number n as an id: ids sort like their numbers, as UUIDv7 do. */
    static UUID id(int kind, int n) {
        long millis = 1_704_067_200_000L + n * 1_000L;
        SplittableRandom random = new SplittableRandom(SEED + 31L * n + kind);
        return new UUID(
                (millis << 16) | 0x7000 | random.nextInt(0x1000), (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }

    /** The word of an organisation. */
    static String organisation(int n) {
        return "bench-council-" + n % ORGANISATIONS;
    }

    /** The publisher's own key of an initiative. */
    static String externalId(int n) {
        return "work-" + n;
    }

    /** The code of a topic's service. */
    static String service(int topic) {
        return "lgsl:" + (9_000 + topic);
    }

    /** What a topic's service is called. */
    String serviceLabel(int topic) {
        return String.join(" ", vocabulary.of(topic).subList(0, 3));
    }

    /** Two or three words of one topic, as somebody types them. */
    String query(int n) {
        List<String> words = vocabulary.of(n % 60);
        int first = n / 60 % 4;
        return String.join(" ", words.subList(first, first + 2 + n % 2));
    }

    /** One of a thousand summaries, to change an initiative to. */
    String summary(int i) {
        return summaries.get(i);
    }

    /** The initiative with this number. */
    InitiativeDraft draft(int n) {
        RandomGenerator random = new SplittableRandom(SEED ^ (n * 0x9E37_79B9_7F4A_7C15L));
        int topic = vocabulary.topic(random);
        Phase phase = PHASES.get(random.nextInt(PHASES.size()));
        boolean long_ = random.nextInt(10) < 6;
        InitiativeDraftBuilder draft = InitiativeDraftBuilder.builder()
                .organisation(organisation(n))
                .externalId(externalId(n))
                .title(cut(vocabulary.title(topic, random), 200))
                .summary(cut(vocabulary.text(topic, 25 + random.nextInt(45), random), 500))
                .problem(vocabulary.text(topic, 40 + random.nextInt(80), random))
                .users(long_ ? vocabulary.text(topic, 15 + random.nextInt(25), random) : null)
                .approach(long_ ? vocabulary.text(topic, 40 + random.nextInt(110), random) : null)
                .phase(phase)
                .phaseSince(FIRST_DAY.plusDays(random.nextInt(600)))
                .services(services(topic, random))
                .benefitAreas(List.of(
                        random.nextBoolean() ? BenefitArea.OUTCOMES_AND_COST : BenefitArea.ENGAGEMENT_AND_EMPOWERMENT))
                .contact(new Contact("Digital team", "Product manager", "digital" + n % ORGANISATIONS + "@example.org"))
                .visibility(random.nextInt(100) < 92 ? Visibility.PUBLIC : Visibility.SECTOR)
                .budgetBand(BUDGETS.get(random.nextInt(BUDGETS.size())))
                .language("en");
        facts(draft, n, topic, random);
        return draft.build();
    }

    private void facts(InitiativeDraftBuilder draft, int n, int topic, RandomGenerator random) {
        List<String> words = vocabulary.of(topic);
        draft.technologies(List.of("technology " + random.nextInt(40), "technology " + random.nextInt(40)))
                .suppliers(List.of("Supplier " + random.nextInt(150)))
                .systems(List.of("System " + random.nextInt(80)))
                .tags(List.of(words.get(random.nextInt(3)), words.get(3 + random.nextInt(3))))
                .links(List.of(new Link("website", "https://example.org/work/" + n, null)));
        if (random.nextInt(2) == 0) {
            draft.evidence(List.of(new Evidence(
                    EvidenceKind.USER_RESEARCH,
                    vocabulary.text(topic, 20, random),
                    null,
                    FIRST_DAY.plusDays(n % 500))));
        }
        if (n % 10 == 0) {
            draft.participants(List.of(new ParticipantDraft(organisation(n + 7), ParticipantRole.PARTNER)));
        }
    }

    private List<String> services(int topic, RandomGenerator random) {
        int other = vocabulary.topic(random);
        boolean two = random.nextInt(10) < 3 && other != topic;
        return two ? List.of(service(topic), service(other)) : List.of(service(topic));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}

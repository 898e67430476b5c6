package org.councilregistry.api.overlaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.councilregistry.api.overlaps.CheckCalls.draft;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.councilregistry.api.Http;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Match;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people type that no specimen has: nothing, a word, far too much, other languages; by words and meaning. */
class CheckInputTest {
    private static final CheckCalls calls = new CheckCalls();
    private static final Initiative POTHOLES = calls.publish(
            draft("Report a pothole", "Drivers send a photo of a hole in the road and see when it is mended."));
    private static final Initiative GRAVES = calls.publish(
            draft("Cemetery records online", "Families look up where a relative is buried and which graves are free."));
    private static final Initiative REGISTER =
            calls.publish(draft("Digital planning register", "Digital planning register"));
    private static final Initiative GULLIES =
            calls.publish(draft("Smart gullies phase 1", "Sensors tell when a road drain is full."));
    private static final Initiative DUMPING = calls.publish(draft(
                    "Signaler un d\u00e9p\u00f4t sauvage",
                    "Les habitants signalent en ligne les ordures abandonn\u00e9es avec une photo, et la mairie leur"
                            + " r\u00e9pond dans la semaine.")
            .withLanguage("fr"));
    private static final Initiative CANTEEN = calls.publish(draft(
                    "Inscription \u00e0 la cantine scolaire",
                    "Les parents inscrivent leurs enfants \u00e0 la cantine et paient les repas en ligne avec une carte.")
            .withLanguage("fr"));
    private static final Initiative BINS = calls.publish(draft(
                    "Adrodd am fin heb ei gasglu",
                    "Mae trigolion yn dweud wrthym ar-lein nad yw eu bin wedi cael ei gasglu.")
            .withLanguage("cy"));
    private static final Initiative PLANNING = calls.publish(draft(
                    "Ceisiadau cynllunio",
                    "Mae pobl yn gweld ceisiadau cynllunio ar fap ac yn anfon sylwadau at y cyngor.")
            .withLanguage("cy"));
    private static final Initiative EMOJI =
            calls.publish(draft("\uD83D\uDEB2 Bike lockers", "Riders book a locker at the station \uD83D\uDEB2."));

    @BeforeAll
    static void settle() {
        calls.settle();
    }

    @AfterAll
    static void close() {
        calls.close();
    }

    private static List<String> titles(List<Match> matches) {
        return matches.stream().map(m -> m.initiative().title()).toList();
    }

    private static List<Match> alike(InitiativeDraft draft) {
        return calls.check(draft).stream().filter(m -> m.band() != Band.RELATED).toList();
    }

    @Test
    void anEmptyDraftIsAskedForSomethingToCompare() {
        Http http = new Http(calls.registry.address(), null);
        for (String empty : List.of("{}", "{\"title\":\"\"}", "{\"title\":\" \",\"problem\":\"\\n\"}")) {
            Http.Answer answer = http.send("POST", "/v1/overlaps/check", empty);
            assertThat(answer.status()).as(empty).isEqualTo(422);
            assertThat(answer.pointer()).as(empty).isEqualTo("/title");
        }
    }

    @Test
    void oneWordFindsWorkAboutItAndClaimsNothing() {
        List<Match> matches = calls.check(draft("Potholes", null));
        assertThat(titles(matches)).contains(POTHOLES.title()).doesNotContain(GRAVES.title());
        assertThat(matches).noneMatch(m -> m.band() == Band.SAME);
    }

    @Test
    void emojiAloneAreLikeNothing() {
        assertThat(calls.check(draft("\uD83D\uDEB2\uD83D\uDEB2", "\uD83D\uDE00 \uD83D\uDEB2!")))
                .isEmpty();
        assertThat(titles(calls.check(draft("Bicycle lockers", "Cyclists book a locker."))))
                .contains(EMOJI.title());
    }

    @Test
    void fourThousandCharactersFindWhatTheyAreAbout() {
        String talk = IntStream.rangeClosed(1, 80)
                .mapToObj(i -> "Ward " + i + " asked for figures by month and heard about the budget. ")
                .collect(Collectors.joining());
        String problem = "Families cannot find out where a relative is buried. " + talk;
        List<Match> matches = calls.check(draft("Burial records on the web", "People search graves in our cemetery.")
                .withProblem(problem.substring(0, 4000)));
        assertThat(matches.get(0).initiative().id()).isEqualTo(GRAVES.id());
    }

    @Test
    void aSentenceThatIsPastedManyTimesCountsOnce() {
        String sentence = "Drivers tell us of a hole in the road. ";
        List<Match> once = calls.check(draft("Road defects", sentence));
        List<Match> often = calls.check(draft("Road defects", sentence).withProblem(sentence.repeat(58)));
        assertThat(titles(once)).contains(POTHOLES.title());
        assertThat(titles(often)).isEqualTo(titles(once));
        assertThat(often)
                .extracting(Match::band)
                .isEqualTo(once.stream().map(Match::band).toList());
    }

    @Test
    void aRecordWithNoTextButItsTitleIsFoundByIt() {
        assertThat(calls.match(draft("Digital planning register", null), REGISTER)
                        .band())
                .isEqualTo(Band.SAME);
        assertThat(titles(calls.check(
                        draft("Register of planning decisions", "Neighbours look up planning applications online."))))
                .contains(REGISTER.title());
        assertThat(titles(alike(draft("Choir rehearsal rooms", "Singers book a hall."))))
                .isEmpty();
    }

    @Test
    void aDigitMakesNoDifference() {
        InitiativeDraft second = draft("Smart gullies phase 2", "Sensors tell when a road drain is full.");
        assertThat(calls.match(second, GULLIES).band()).isEqualTo(Band.SAME);
    }

    @Test
    void aFrenchDraftFindsItsTwinAndNotWhateverIsFrench() {
        InitiativeDraft twin = draft(
                "D\u00e9p\u00f4ts sauvages en ville",
                "La mairie veut que les habitants envoient une photo des ordures abandonn\u00e9es.");
        assertThat(calls.check(twin).get(0).initiative().id()).isEqualTo(DUMPING.id());
        assertThat(titles(alike(twin))).contains(DUMPING.title()).doesNotContain(CANTEEN.title());
    }

    @Test
    void aWelshDraftFindsItsTwinAndNotWhateverIsWelsh() {
        InitiativeDraft twin =
                draft("Biniau heb eu casglu", "Gall trigolion adrodd ar-lein am fin na chafodd ei gasglu.");
        assertThat(calls.check(twin).get(0).initiative().id()).isEqualTo(BINS.id());
        assertThat(titles(alike(twin))).contains(BINS.title()).doesNotContain(PLANNING.title());
    }
}

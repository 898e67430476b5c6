package org.councilregistry.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.Contact;
import org.councilregistry.schema.Governance;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Link;
import org.councilregistry.schema.OfferKind;
import org.councilregistry.schema.ParticipantDraft;
import org.councilregistry.schema.ParticipantRole;
import org.councilregistry.schema.Phase;
import org.junit.jupiter.api.Test;

/** What an edit sends: what changed, and nothing that a newer registry keeps is lost. */
class MergePatchTest {
    private static final String RECORD = """
            {"id":"0197b2f0-7a3c-7c1e-8d21-3b5f0a9c1e77","version":3,
             "organisation":{"id":"0197b2f0-7a3c-7c1e-8d21-3b5f0a9c1e77","slug":"leeds","name":"Leeds"},
             "title":"Missed bins","summary":"Report a missed bin.","problem":"Calls.","phase":"alpha",
             "contact":{"name":"Duty officer","role":"Service manager","phone":"020"},
             "mood":"hopeful",
             "links":[{"url":"https://a.example","checked":"2026"},{"url":"https://b.example"}],
             "offers":["share-learning","lend-staff","give-cake"],
             "barriers":[{"kind":"appetite","note":"None."},{"kind":"skills"}],
             "governance":{"sponsor":{"role":"Chief","kind":"mayor"},"decisionBody":"Cabinet"},
             "participants":[{"organisation":{"id":"0197b2f0-7a3c-7c1e-8d21-3b5f0a9c1e77","slug":"york","name":"York",
             "logo":"y.png"},"role":"host","state":"confirmed","since":"2026-01-01"}]}
            """;

    private static ObjectNode patch(UnaryOperator<InitiativeDraft> edit) {
        try {
            JsonNode json = ClientJson.MAPPER.readTree(RECORD);
            Initiative record = ClientJson.record(json, Initiative.class);
            InitiativeDraft before = InitiativeDraft.of(record);
            return MergePatch.of(new MergePatch.Read<>(json, record), before, edit.apply(before));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> and(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }

    @Test
    void aDraftSendsOnlyWhatWasSet() {
        assertThat(ClientJson.tree(patchedContact()).fieldNames()).toIterable().containsExactly("role");
    }

    private static Contact patchedContact() {
        return new Contact(null, "Service manager", null);
    }

    @Test
    void aPatchNamesWhatChangedAndNullsWhatWent() {
        assertThat(patch(d -> d.withPhase(Phase.PRIVATE_BETA).withProblem(null)))
                .hasToString("{\"phase\":\"private-beta\",\"problem\":null}");
    }

    @Test
    void whatWentFromAnObjectIsNulledInsideItAndTheRestIsNotSent() {
        assertThat(patch(d -> d.withContact(patchedContact()))).hasToString("{\"contact\":{\"name\":null}}");
        assertThat(patch(d -> d.withContact(null))).hasToString("{\"contact\":null}");
    }

    @Test
    void nothingChangedIsAnEmptyPatch() {
        assertThat(patch(d -> d)).isEmpty();
    }

    @Test
    void anUnknownWordInAnObjectStaysWhenItsNeighbourChanges() {
        assertThat(patch(d -> d.withGovernance(new Governance(
                        d.governance().sponsor(), "Full council", d.governance().nextDecisionOn()))))
                .hasToString("{\"governance\":{\"decisionBody\":\"Full council\"}}");
    }

    @Test
    void elementsThatDidNotChangeGoBackAsTheyCame() {
        assertThat(patch(d -> d.withLinks(and(d.links(), new Link(null, "https://c.example", null)))))
                .hasToString("{\"links\":[{\"url\":\"https://a.example\",\"checked\":\"2026\"},"
                        + "{\"url\":\"https://b.example\"},{\"url\":\"https://c.example\"}]}");
        assertThat(patch(d -> d.withBarriers(List.of(d.barriers().get(0)))))
                .hasToString("{\"barriers\":[{\"kind\":\"appetite\",\"note\":\"None.\"}]}");
        assertThat(patch(d -> d.withOffers(and(d.offers(), OfferKind.SEEKING_PARTNERS))))
                .hasToString("{\"offers\":[\"share-learning\",\"lend-staff\",\"give-cake\",\"seeking-partners\"]}");
    }

    @Test
    void aPartThatIsReadOtherwiseThanItIsWrittenKeepsItsWordsAlone() {
        assertThat(patch(d -> d.withParticipants(
                        and(d.participants(), new ParticipantDraft("hull", ParticipantRole.PARTNER)))))
                .hasToString("{\"participants\":[{\"organisation\":\"york\",\"role\":\"host\"},"
                        + "{\"organisation\":\"hull\",\"role\":\"partner\"}]}");
    }

    @Test
    void elementsThatMovedKeepWhatIsTheirs() {
        assertThat(patch(d -> {
                    List<Link> links = new ArrayList<>(d.links());
                    Collections.reverse(links);
                    return d.withLinks(links);
                }))
                .hasToString("{\"links\":[{\"url\":\"https://b.example\"},"
                        + "{\"url\":\"https://a.example\",\"checked\":\"2026\"}]}");
    }

    @Test
    void whatAPersonRemovesGoesWithAllThatItHolds() {
        assertThat(patch(d -> d.withLinks(List.of(d.links().get(1)))))
                .hasToString("{\"links\":[{\"url\":\"https://b.example\"}]}");
        assertThat(patch(d -> d.withOffers(List.of()))).hasToString("{\"offers\":null}");
    }

    @Test
    void aChangeThatWouldLoseWhatANewerRegistryKeepsIsRefused() {
        assertThatThrownBy(() -> patch(d -> d.withLinks(List.of(
                        new Link(null, "https://a.example", "A"), d.links().get(1)))))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("'links'")
                .hasMessageContaining("newer client");
        assertThatThrownBy(() -> patch(d -> d.withOffers(d.offers().subList(0, 2))))
                .as("two words look alike to this client, and one of them went")
                .hasMessageContaining("'offers'");
    }

    @Test
    void aWordThatIsNotKnownIsRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> ClientJson.write(patch(d -> d.withOffers(
                        List.of(OfferKind.SHARE_LEARNING, OfferKind.UNKNOWN, OfferKind.UNKNOWN, OfferKind.UNKNOWN)))))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("/offers/3");
        assertThat(new String(ClientJson.write(patch(d -> d.withTitle("unknown"))), StandardCharsets.UTF_8))
                .as("a text may be any word")
                .isEqualTo("{\"title\":\"unknown\"}");
    }
}

package org.councilregistry.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.councilregistry.schema.Contact;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Phase;
import org.junit.jupiter.api.Test;

class ClientJsonTest {
    private static final InitiativeDraft BEFORE = InitiativeDraftBuilder.builder()
            .organisation("leeds")
            .title("Missed bins")
            .summary("Report a missed bin.")
            .phase(Phase.ALPHA)
            .problem("Calls.")
            .contact(new Contact("Duty officer", "Service manager", null))
            .build();

    @Test
    void aDraftSendsOnlyWhatWasSet() {
        assertThat(ClientJson.tree(BEFORE).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("organisation", "title", "summary", "phase", "problem", "contact");
    }

    @Test
    void aPatchNamesWhatChangedAndNullsWhatWent() {
        InitiativeDraft after = BEFORE.withPhase(Phase.PRIVATE_BETA).withProblem(null);
        assertThat(ClientJson.patch(BEFORE, after)).hasToString("{\"phase\":\"private-beta\",\"problem\":null}");
    }

    @Test
    void whatWentFromAnObjectIsNulledInsideIt() {
        InitiativeDraft after = BEFORE.withContact(new Contact(null, "Service manager", null));
        assertThat(ClientJson.patch(BEFORE, after))
                .hasToString("{\"contact\":{\"role\":\"Service manager\",\"name\":null}}");
    }

    @Test
    void nothingChangedIsAnEmptyPatch() {
        assertThat(ClientJson.patch(BEFORE, BEFORE)).isEmpty();
    }
}

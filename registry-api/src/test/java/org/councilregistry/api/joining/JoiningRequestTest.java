package org.councilregistry.api.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.councilregistry.api.members.SignedIn.SOON;
import static org.councilregistry.api.members.SignedIn.joined;
import static org.councilregistry.api.members.SignedIn.refused;

import java.util.List;
import java.util.UUID;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.members.SignedIn;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.JoiningRequest;
import org.councilregistry.schema.JoiningRequestDraft;
import org.councilregistry.schema.JoiningRequestState;
import org.councilregistry.schema.MemberState;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationDraftBuilder;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** People ask to act for their councils, and are answered. */
class JoiningRequestTest {
    private static final SignedIn WORLD = new SignedIn();

    private final RunningRegistry registry = WORLD.registry();
    private final Organisation council = registry.council();
    private final String subject = "s" + Long.toString(System.nanoTime(), 36);
    private final RegistryClient admin = WORLD.byKey(Role.ORGANISATION_ADMIN, council);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private RegistryClient.Builder person(String who) {
        return WORLD.person(WORLD.token(subject + who, who + "@staff.example"));
    }

    @Test
    void anAdministratorAnswersWhoAsksToJoin() {
        RegistryClient sam = person("sam").build();
        RegistryClient head = person("head").build();
        joined(admin, head, Role.ORGANISATION_ADMIN);
        Eventually.until(SOON, () -> head.whoami().role() == Role.ORGANISATION_ADMIN);
        JoiningRequest asked = sam.joiningRequests().ask(new JoiningRequestDraft(council.slug(), "Digital team"));
        assertThat(sam.joiningRequests()
                        .ask(new JoiningRequestDraft(council.slug(), null))
                        .id())
                .isEqualTo(asked.id());
        assertThat(sam.joiningRequests().get(asked.id()).state()).isEqualTo(JoiningRequestState.OPEN);
        assertThat(head.joiningRequests().stream(JoiningRequestState.OPEN))
                .extracting(JoiningRequest::email)
                .containsExactly("sam@staff.example");
        assertThat(refused(() -> person("else").build().joiningRequests().get(asked.id())))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refused(() ->
                        WORLD.byKey(Role.EDITOR, council).joiningRequests().accept(asked.id(), Role.EDITOR)))
                .isIn(ProblemType.FORBIDDEN, ProblemType.NOT_FOUND);
        assertThat(refused(() -> head.joiningRequests().accept(asked.id(), Role.COORDINATOR)))
                .isEqualTo(ProblemType.FORBIDDEN);
        assertThat(head.joiningRequests().accept(asked.id(), Role.CONTRIBUTOR).state())
                .isEqualTo(JoiningRequestState.ACCEPTED);
        Eventually.until(SOON, () -> sam.whoami().role() == Role.CONTRIBUTOR);
        assertThat(refused(() -> head.joiningRequests().decline(asked.id(), "Too late.")))
                .isEqualTo(ProblemType.TRANSITION_NOT_ALLOWED);
        JoiningRequest second =
                person("two").build().joiningRequests().ask(new JoiningRequestDraft(council.slug(), null));
        assertThat(head.joiningRequests()
                        .decline(second.id(), "Nobody knows you.")
                        .reason())
                .isEqualTo("Nobody knows you.");
        Eventually.until(
                SOON,
                () -> WORLD.steps(council, asked.id())
                        .equals(List.of("joining-request.created", "joining-request.accepted")));
    }

    @Test
    void aCouncilsFirstMemberIsLetInByTheCoordinatorOfItsArea() {
        Organisation partnership = registry.wiring()
                .organisations()
                .register(
                        Caller.system("test"),
                        OrganisationDraftBuilder.builder()
                                .name("Partnership of " + council.name())
                                .kind(OrganisationKind.PARTNERSHIP)
                                .members(List.of(council.slug()))
                                .build());
        RegistryClient near = WORLD.byKey(Role.COORDINATOR, partnership);
        RegistryClient far = WORLD.byKey(Role.COORDINATOR, registry.organisation(OrganisationKind.PARTNERSHIP));
        RegistryClient first = person("first").build();
        JoiningRequest asked = first.joiningRequests().ask(new JoiningRequestDraft(council.slug(), null));
        assertThat(refused(() -> far.joiningRequests().accept(asked.id(), Role.ORGANISATION_ADMIN)))
                .isEqualTo(ProblemType.NOT_FOUND);
        near.joiningRequests().accept(asked.id(), Role.ORGANISATION_ADMIN);
        Eventually.until(SOON, () -> first.whoami().role() == Role.ORGANISATION_ADMIN);
        JoiningRequest next =
                person("next").build().joiningRequests().ask(new JoiningRequestDraft(council.slug(), null));
        assertThat(refused(() -> near.joiningRequests().accept(next.id(), Role.EDITOR)))
                .isEqualTo(ProblemType.FORBIDDEN);
        first.joiningRequests().accept(next.id(), Role.EDITOR);
        UUID own = first.members().stream()
                .filter(m -> m.role() == Role.ORGANISATION_ADMIN)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(refused(() -> first.members().remove(own))).isEqualTo(ProblemType.TRANSITION_NOT_ALLOWED);
        assertThat(refused(() -> first.members().edit(own, d -> d.withRole(Role.EDITOR))))
                .isEqualTo(ProblemType.TRANSITION_NOT_ALLOWED);
        UUID other = first.members().stream()
                .filter(m -> m.role() == Role.EDITOR)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(first.members()
                        .edit(other, d -> d.withRole(Role.ORGANISATION_ADMIN))
                        .role())
                .isEqualTo(Role.ORGANISATION_ADMIN);
        assertThat(first.members().remove(own).state()).isEqualTo(MemberState.REMOVED);
    }

    @Test
    void aMailDomainProposesAndNeverLetsIn() {
        String domain = "d" + subject + ".example";
        Organisation known = registry.wiring()
                .organisations()
                .register(
                        Caller.system("test"),
                        OrganisationDraftBuilder.builder()
                                .name("Council with mail " + subject)
                                .kind(OrganisationKind.UNITARY)
                                .emailDomains(List.of(domain))
                                .build());
        RegistryClient sam = WORLD.person(WORLD.token(subject, "sam@" + domain)).build();
        assertThat(sam.whoami().proposals()).extracting(OrganisationRef::slug).containsExactly(known.slug());
        assertThat(sam.whoami().role()).isEqualTo(Role.PUBLIC);
        assertThat(sam.joiningRequests()
                        .ask(new JoiningRequestDraft(known.slug(), null))
                        .emailMatches())
                .isTrue();
        RegistryClient eve =
                WORLD.person(WORLD.unconfirmed(subject + "x", "sam@" + domain)).build();
        assertThat(eve.whoami().proposals()).isEmpty();
        assertThat(eve.joiningRequests()
                        .ask(new JoiningRequestDraft(known.slug(), null))
                        .emailMatches())
                .isFalse();
    }
}

package org.councilregistry.api.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.members.SignIn;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.InvitedMember;
import org.councilregistry.schema.JoiningRequest;
import org.councilregistry.schema.JoiningRequestDraft;
import org.councilregistry.schema.JoiningRequestState;
import org.councilregistry.schema.Member;
import org.councilregistry.schema.MemberDraft;
import org.councilregistry.schema.MemberState;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationDraftBuilder;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People ask to act for their councils, and are answered. */
class JoiningRequestTest {
    private static final SignIn SIGN_IN = new SignIn();
    private static final Duration SOON = Duration.ofSeconds(6);
    private static RunningRegistry registry;

    private final Organisation council = registry.council();
    private final String subject = "s" + Long.toString(System.nanoTime(), 36);
    private final RegistryClient admin = byKey(Role.ORGANISATION_ADMIN, council);

    @BeforeAll
    static void start() {
        registry = RunningRegistry.with(SignIn.settings(SIGN_IN.setting("shared", null)));
    }

    @AfterAll
    static void close() {
        registry.close();
        SIGN_IN.close();
    }

    private static RegistryClient byKey(Role role, Organisation of) {
        return RegistryClient.builder(registry.address())
                .apiKey(registry.key(role, of))
                .build();
    }

    private RegistryClient.Builder person(String who) {
        String token = SIGN_IN.token("shared", subject + who, who + "@staff.example");
        return RegistryClient.builder(registry.address()).accessToken(() -> token);
    }

    private Member joined(RegistryClient who, Role role) {
        InvitedMember invited = admin.members().invite(new MemberDraft(role, null, "Sam", "sam@staff.example"));
        return who.members().join(String.valueOf(invited.invitation()));
    }

    private static ProblemType refused(ThrowingCallable call) {
        return catchThrowableOfType(RegistryException.class, call).type();
    }

    private static List<String> steps(Organisation of, UUID subject) {
        return new Http(registry.address(), registry.key(Role.ORGANISATION_ADMIN, of))
                .get("/v1/events?types=member,joining-request&wait=2&limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(e -> e.path("subject").path("id").asText().equals(subject.toString()))
                .map(e -> e.path("type").asText())
                .toList();
    }

    @Test
    void anAdministratorAnswersWhoAsksToJoin() {
        RegistryClient sam = person("sam").build();
        RegistryClient head = person("head").build();
        joined(head, Role.ORGANISATION_ADMIN);
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
        assertThat(refused(() -> byKey(Role.EDITOR, council).joiningRequests().accept(asked.id(), Role.EDITOR)))
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
                () -> steps(council, asked.id())
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
        RegistryClient near = byKey(Role.COORDINATOR, partnership);
        RegistryClient far = byKey(Role.COORDINATOR, registry.organisation(OrganisationKind.PARTNERSHIP));
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
        String token = SIGN_IN.token("shared", subject, "sam@" + domain);
        RegistryClient sam = RegistryClient.builder(registry.address())
                .accessToken(() -> token)
                .build();
        assertThat(sam.whoami().proposals()).extracting(OrganisationRef::slug).containsExactly(known.slug());
        assertThat(sam.whoami().role()).isEqualTo(Role.PUBLIC);
        assertThat(sam.joiningRequests()
                        .ask(new JoiningRequestDraft(known.slug(), null))
                        .emailMatches())
                .isTrue();
        String unverified = SIGN_IN.token(
                "shared",
                subject + "x",
                SignIn.AUDIENCE,
                Map.of("email", "sam@" + domain, "email_verified", false),
                600);
        RegistryClient eve = RegistryClient.builder(registry.address())
                .accessToken(() -> unverified)
                .build();
        assertThat(eve.whoami().proposals()).isEmpty();
        assertThat(eve.joiningRequests()
                        .ask(new JoiningRequestDraft(known.slug(), null))
                        .emailMatches())
                .isFalse();
    }
}

package org.councilregistry.api.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Everywhere;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.events.AuditCheck;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.Erasure;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.InvitedMember;
import org.councilregistry.schema.JoiningRequestDraft;
import org.councilregistry.schema.Member;
import org.councilregistry.schema.MemberDraft;
import org.councilregistry.schema.MemberState;
import org.councilregistry.schema.Membership;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;
import org.councilregistry.schema.Whoami;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People act for their councils: invited or having asked, by the account of their own sign-in. */
class MemberApiTest {
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
    void whoIsInvitedJoinsByHerOwnAccountAndActs() {
        RegistryClient sam = person("sam").build();
        assertThat(sam.whoami().role()).isEqualTo(Role.PUBLIC);
        InvitedMember invited = admin.members().invite(new MemberDraft(Role.EDITOR, null, "Sam", "sam@staff.example"));
        assertThat(invited.member().state()).isEqualTo(MemberState.INVITED);
        assertThat(invited.toString()).doesNotContain(String.valueOf(invited.invitation()));
        Member member = sam.members().join(String.valueOf(invited.invitation()));
        assertThat(member.state()).isEqualTo(MemberState.ACTIVE);
        assertThat(member.issuer()).isEqualTo(SIGN_IN.issuer("shared"));
        Eventually.until(SOON, () -> sam.whoami().role() == Role.EDITOR);
        Whoami who = sam.whoami();
        assertThat(who.organisation()).extracting(OrganisationRef::slug).isEqualTo(council.slug());
        assertThat(who.member()).isEqualTo(member.id());
        assertThat(sam.initiatives()
                        .register(InitiativeDraftBuilder.builder()
                                .organisation(council.slug())
                                .title("Roads")
                                .summary("Mends them.")
                                .phase(Phase.IDEA)
                                .build())
                        .organisation()
                        .slug())
                .isEqualTo(council.slug());
        Eventually.until(SOON, () -> steps(council, member.id()).equals(List.of("member.invited", "member.joined")));
    }

    @Test
    void anInvitationIsGoodOnceAndOnlyWhole() {
        String invitation = String.valueOf(admin.members()
                .invite(new MemberDraft(Role.VIEWER, null, null, null))
                .invitation());
        RegistryClient other = person("other").build();
        String altered =
                invitation.substring(0, 30) + (invitation.charAt(30) == 'a' ? 'b' : 'a') + invitation.substring(31);
        assertThat(refused(() -> other.members().join(altered))).isEqualTo(ProblemType.INVALID);
        assertThat(refused(() -> admin.members().join(invitation))).isEqualTo(ProblemType.FORBIDDEN);
        other.members().join(invitation);
        assertThat(refused(() -> person("late").build().members().join(invitation)))
                .isEqualTo(ProblemType.INVALID);
        String taken = String.valueOf(admin.members()
                .invite(new MemberDraft(Role.EDITOR, null, null, null))
                .invitation());
        assertThat(refused(() -> other.members().join(taken))).isEqualTo(ProblemType.ALREADY_REGISTERED);
        int kept = registry.wiring()
                .databases()
                .jdbi()
                .withHandle(h -> h.createQuery(
                                "select count(*) from members m, events e where m::text like :s or e.data like :s")
                        .bind("s", "%" + taken.substring(20, 50) + "%")
                        .mapTo(Integer.class)
                        .one());
        assertThat(kept).isZero();
    }

    @Test
    void aRemovedMemberStopsWithinFiveSecondsOnEveryNode() {
        RegistryClient sam = person("sam").build();
        Member member = joined(sam, Role.VIEWER);
        try (RunningRegistry beside = registry.beside()) {
            RegistryClient there = RegistryClient.builder(beside.address())
                    .accessToken(() -> SIGN_IN.token("shared", subject + "sam", "sam@staff.example"))
                    .build();
            Eventually.until(SOON, () -> sam.whoami().role() == Role.VIEWER);
            assertThat(there.whoami().role()).isEqualTo(Role.VIEWER);
            assertThat(admin.members().remove(member.id()).removedAt()).isNotNull();
            Eventually.until(Duration.ofSeconds(5), () -> sam.whoami().role() == Role.PUBLIC);
            Eventually.until(Duration.ofSeconds(5), () -> there.whoami().role() == Role.PUBLIC);
        }
        assertThat(admin.members().stream()).noneMatch(m -> m.id().equals(member.id()));
        assertThat(admin.members().stream(MemberState.REMOVED)).anyMatch(m -> m.id().equals(member.id()));
    }

    @Test
    void whoActsForSeveralSaysForWhich() {
        RegistryClient.Builder both = person("both");
        RegistryClient undecided = both.build();
        joined(undecided, Role.EDITOR);
        Organisation other = registry.council();
        InvitedMember invited =
                byKey(Role.ORGANISATION_ADMIN, other).members().invite(new MemberDraft(Role.VIEWER, null, null, null));
        undecided.members().join(String.valueOf(invited.invitation()));
        Eventually.until(SOON, () -> undecided.whoami().memberships().size() == 2);
        Eventually.until(SOON, () -> undecided.whoami().role() == Role.PUBLIC);
        assertThat(undecided.whoami().memberships())
                .extracting(Membership::role)
                .containsExactlyInAnyOrder(Role.EDITOR, Role.VIEWER);
        assertThat(both.actingFor(council.slug()).build().whoami().role()).isEqualTo(Role.EDITOR);
        assertThat(both.actingFor(other.id().toString()).build().whoami().role())
                .isEqualTo(Role.VIEWER);
        RegistryClient stranger = both.actingFor(registry.council().slug()).build();
        assertThat(refused(stranger::whoami)).isEqualTo(ProblemType.NOT_YOUR_ORGANISATION);
        RegistryException e = catchThrowableOfType(
                RegistryException.class,
                () -> undecided
                        .initiatives()
                        .register(InitiativeDraftBuilder.builder()
                                .organisation(council.slug())
                                .title("Roads")
                                .summary("Mends them.")
                                .build()));
        assertThat(e.type()).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(e).hasMessageContaining("Acting-For");
        Http key = new Http(registry.address(), registry.key(Role.EDITOR, council));
        assertThat(key.get("/v1/whoami", "Acting-For", other.slug()).problem()).isEqualTo("not-your-organisation");
        assertThat(key.get("/v1/whoami", "Acting-For", council.slug()).status()).isEqualTo(200);
    }

    @Test
    void nobodyInvitesBeyondHerOwnRights() {
        assertThat(refused(() -> admin.members().invite(new MemberDraft(Role.SECTOR_ADMIN, null, null, null))))
                .isEqualTo(ProblemType.FORBIDDEN);
        String other = registry.council().slug();
        assertThat(refused(() -> admin.members().invite(new MemberDraft(Role.VIEWER, other, null, null))))
                .isEqualTo(ProblemType.NOT_YOUR_ORGANISATION);
        assertThat(refused(() -> byKey(Role.EDITOR, council).members().stream().toList()))
                .isEqualTo(ProblemType.FORBIDDEN);
        Member mine = joined(person("sam").build(), Role.VIEWER);
        RegistryClient elsewhere = byKey(Role.ORGANISATION_ADMIN, registry.council());
        assertThat(refused(() -> elsewhere.members().get(mine.id()))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refused(() -> elsewhere.members().remove(mine.id()))).isEqualTo(ProblemType.NOT_FOUND);
        RegistryClient sam = person("sam").build();
        Eventually.until(SOON, () -> sam.whoami().role() == Role.VIEWER);
        assertThat(sam.members().remove(mine.id()).state()).isEqualTo(MemberState.REMOVED);
    }

    @Test
    void whoIsErasedIsNowhereAndActsNoMore() {
        RegistryClient sam = person(subject).build();
        String address = subject + "@staff.example";
        InvitedMember invited = admin.members().invite(new MemberDraft(Role.EDITOR, null, "Sam " + subject, address));
        sam.members().join(String.valueOf(invited.invitation()));
        sam.joiningRequests().ask(new JoiningRequestDraft(registry.council().slug(), "It is " + address));
        assertThat(Everywhere.tables(registry.wiring().databases(), subject))
                .contains("members", "joining_requests", "events");
        Erasure erased = RegistryClient.builder(registry.address())
                .apiKey(registry.key(Role.SECTOR_ADMIN, null))
                .build()
                .erasures()
                .erase(address, "asked for it");
        assertThat(erased.records()).isEqualTo(2);
        assertThat(Everywhere.tables(registry.wiring().databases(), subject)).isEmpty();
        Eventually.until(SOON, () -> sam.whoami().role() == Role.PUBLIC);
        assertThat(new AuditCheck(registry.wiring().databases()).run().fault()).isNull();
    }
}

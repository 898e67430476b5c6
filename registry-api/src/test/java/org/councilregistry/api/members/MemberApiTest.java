package org.councilregistry.api.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.councilregistry.api.members.SignedIn.SOON;
import static org.councilregistry.api.members.SignedIn.joined;
import static org.councilregistry.api.members.SignedIn.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
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
import org.councilregistry.schema.JoiningRequest;
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
import org.junit.jupiter.api.Test;

/** People act for their councils: invited or having asked, by the account of their own sign-in. */
class MemberApiTest {
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
    void whoIsInvitedJoinsByHerOwnAccountAndActs() {
        RegistryClient sam = person("sam").build();
        assertThat(sam.whoami().role()).isEqualTo(Role.PUBLIC);
        InvitedMember invited = admin.members().invite(new MemberDraft(Role.EDITOR, null, "Sam", "sam@staff.example"));
        assertThat(invited.member().state()).isEqualTo(MemberState.INVITED);
        assertThat(invited.toString()).doesNotContain(String.valueOf(invited.invitation()));
        Member member = sam.members().join(String.valueOf(invited.invitation()));
        assertThat(member.state()).isEqualTo(MemberState.ACTIVE);
        assertThat(member.issuer()).isEqualTo(WORLD.issuer());
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
        Eventually.until(
                SOON, () -> WORLD.steps(council, member.id()).equals(List.of("member.invited", "member.joined")));
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
        Member member = joined(admin, sam, Role.VIEWER);
        try (RunningRegistry beside = registry.beside()) {
            RegistryClient there = RegistryClient.builder(beside.address())
                    .accessToken(() -> WORLD.token(subject + "sam", "sam@staff.example"))
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
        joined(admin, undecided, Role.EDITOR);
        Organisation other = registry.council();
        InvitedMember invited = WORLD.byKey(Role.ORGANISATION_ADMIN, other)
                .members()
                .invite(new MemberDraft(Role.VIEWER, null, null, null));
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
        assertThat(refused(() ->
                        WORLD.byKey(Role.EDITOR, council).members().stream().toList()))
                .isEqualTo(ProblemType.FORBIDDEN);
        Member mine = joined(admin, person("sam").build(), Role.VIEWER);
        RegistryClient elsewhere = WORLD.byKey(Role.ORGANISATION_ADMIN, registry.council());
        assertThat(refused(() -> elsewhere.members().get(mine.id()))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refused(() -> elsewhere.members().remove(mine.id()))).isEqualTo(ProblemType.NOT_FOUND);
        RegistryClient sam = person("sam").build();
        Eventually.until(SOON, () -> sam.whoami().role() == Role.VIEWER);
        assertThat(sam.members().remove(mine.id()).state()).isEqualTo(MemberState.REMOVED);
    }

    @Test
    void whoRepeatsThatSheJoinsIsAnsweredAsBefore() {
        InvitedMember invited = admin.members().invite(new MemberDraft(Role.EDITOR, null, null, null));
        Http her = new Http(registry.address(), WORLD.token(subject, subject + "@staff.example"));
        String[] once = {"Idempotency-Key", subject};
        String body = "{\"invitation\":\"" + invited.invitation() + "\"}";
        JsonNode joined = her.send("POST", "/v1/members/join", body, once).json();
        assertThat(joined.path("state").asText()).isEqualTo("active");
        RegistryClient sam =
                WORLD.person(WORLD.token(subject, subject + "@staff.example")).build();
        Eventually.until(SOON, () -> sam.whoami().role() == Role.EDITOR);
        JsonNode again = her.send("POST", "/v1/members/join", body, once).json();
        assertThat(again.path("id")).isEqualTo(joined.path("id"));
    }

    private Erasure erase(String address) {
        return RegistryClient.builder(registry.address())
                .apiKey(registry.key(Role.SECTOR_ADMIN, null))
                .build()
                .erasures()
                .erase(address, "asked for it");
    }

    @Test
    void whoIsErasedIsNowhereHoweverSheWasWrittenDown() {
        String name = "Sam " + subject;
        String address = subject + "@staff.example";
        InvitedMember invited = admin.members().invite(new MemberDraft(Role.EDITOR, null, name, null));
        RegistryClient sam = WORLD.person(WORLD.token(subject, address)).build();
        sam.members().join(String.valueOf(invited.invitation()));
        RegistryClient before = WORLD.person(WORLD.token(subject, "old." + subject + "@elsewhere.example"))
                .build();
        Organisation other = registry.council();
        JoiningRequest asked = before.joiningRequests().ask(new JoiningRequestDraft(other.slug(), null));
        WORLD.byKey(Role.ORGANISATION_ADMIN, other).joiningRequests().decline(asked.id(), name + " left in March");
        Erasure erased = erase(address);
        assertThat(erased.records()).isEqualTo(2);
        assertThat(erased.events()).isEqualTo(4);
        assertThat(Everywhere.tables(registry.wiring().databases(), subject)).isEmpty();
        assertThat(new AuditCheck(registry.wiring().databases()).run().fault()).isNull();
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
        Erasure erased = erase(address);
        assertThat(erased.records()).isEqualTo(2);
        assertThat(Everywhere.tables(registry.wiring().databases(), subject)).isEmpty();
        Eventually.until(SOON, () -> sam.whoami().role() == Role.PUBLIC);
        assertThat(new AuditCheck(registry.wiring().databases()).run().fault()).isNull();
    }
}

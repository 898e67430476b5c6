package org.councilregistry.api.members;

import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.councilregistry.api.erasures.Erased;
import org.councilregistry.api.erasures.ErasureService;
import org.councilregistry.api.events.Change;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.issuers.Issuers;
import org.councilregistry.api.keys.Granting;
import org.councilregistry.api.keys.KeyText;
import org.councilregistry.api.platform.Access;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.api.platform.Person;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Secrets;
import org.councilregistry.schema.InvitedMember;
import org.councilregistry.schema.Member;
import org.councilregistry.schema.MemberDraft;
import org.councilregistry.schema.MemberState;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Invites people, lets them join, changes what they may do and removes them. */
public final class MemberService {
    private final Parts parts;
    private final MemberDao reads;

    /** What members are made with. */
    public record Parts(
            Databases databases, EventService events, Granting granting, Secrets secrets, Issuers issuers) {}

    /** Works with these parts. */
    public MemberService(Parts parts) {
        this.parts = parts;
        this.reads = parts.databases().read(MemberDao.class);
    }

    /** Invites a person. The invitation is in this answer and nowhere else; it can be accepted for fourteen days. */
    public InvitedMember invite(Caller caller, MemberDraft draft) {
        Role role = draft.role() == null ? Role.VIEWER : draft.role();
        UUID organisation = parts.granting().organisation(caller, role, draft.organisation());
        return parts.databases().write(caller, id -> reads.find(id, caller).map(MemberService::repeated), tx -> {
            KeyText text = KeyText.make(KeyText.Kind.INVITATION);
            Member member = tx.attach(MemberDao.class)
                    .invite(new MemberDao.Invitation(
                            Ids.next(),
                            role,
                            organisation,
                            draft.name(),
                            draft.email(),
                            text.hint(),
                            text.hash(parts.secrets())));
            note(tx, caller, "member.invited", member);
            return new InvitedMember(member.id(), member.version(), member, text.written());
        });
    }

    private static InvitedMember repeated(Member member) {
        return new InvitedMember(member.id(), member.version(), member, null);
    }

    /** Accepts an invitation as the person who is signed in. */
    public Member join(Caller caller, String invitation) {
        Person person = person(caller);
        // joining changes by what she acts: repeated, the request is that of the same person
        Caller herself = Caller.signedIn(person, caller.request());
        return write(herself, Caller.system("join"), tx -> {
            MemberDao dao = tx.attach(MemberDao.class);
            MemberDao.Open open = open(dao, invitation);
            requireMayJoin(dao, person, open.organisation());
            Member joined = dao.join(
                    open.id(), person.issuer(), person.subject(), new MemberDao.Said(person.name(), person.email()));
            note(tx, caller, "member.joined", joined);
            return joined;
        });
    }

    private MemberDao.Open open(MemberDao dao, String invitation) {
        Optional<KeyText> text = KeyText.parse(KeyText.Kind.INVITATION, invitation);
        return text.flatMap(t -> dao.open(t.hint()))
                .filter(open -> MessageDigest.isEqual(open.hash(), text.get().hash(parts.secrets())))
                .orElseThrow(() -> ProblemException.invalid(
                        "/invitation",
                        "unknown-invitation",
                        "The invitation cannot be accepted: it may be mistyped, older than fourteen days, taken back or"
                                + " accepted already. Ask the administrator who invited you for another."));
    }

    /** Makes a member of somebody who has asked to join; to be called where that was decided. */
    public Member admit(Handle tx, Caller caller, MemberDao.Admitted admitted) {
        Member member = tx.attach(MemberDao.class).admit(admitted);
        note(tx, caller, "member.joined", member);
        return member;
    }

    /** Refuses a person who acts for the organisation already, or whose issuer has no say there. */
    public void requireMayJoin(MemberDao dao, Person person, @Nullable UUID organisation) {
        if (!parts.issuers().vouches(person.issuer(), organisation)) {
            throw new ProblemException(
                    ProblemType.NOT_YOUR_ORGANISATION,
                    "Your sign-in belongs to another organisation. Sign in with an account of this one.");
        }
        if (dao.active(person.issuer(), person.subject(), organisation)) {
            throw new ProblemException(
                    ProblemType.ALREADY_REGISTERED, "You act for this organisation already; see GET /v1/whoami.");
        }
    }

    /** Who is signed in; a key is nobody. */
    public static Person person(Caller caller) {
        if (caller.person() == null) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "People join, keys do not: call with a token of your organisation's sign-in.");
        }
        return caller.person();
    }

    /** Changes what a member may do, or what she is called. */
    public Member update(Caller caller, UUID id, @Nullable IfMatch ifMatch, Patch patch) {
        return write(caller, caller, tx -> {
            MemberDao dao = tx.attach(MemberDao.class);
            Member current = dao.find(id, caller).orElseThrow(MemberService::missing);
            IfMatch.require(ifMatch, current);
            MemberDraft before = MemberDraft.of(current);
            MemberDraft after = patch.onto(before, MemberDraft.class);
            if (!Objects.equals(before.organisation(), after.organisation())) {
                throw ProblemException.invalid(
                        "/organisation", "fixed", "A membership stays with its organisation. Invite the person there.");
            }
            if (after.equals(before)) return current;
            if (current.state() == MemberState.REMOVED) throw removed();
            if (after.role() != current.role()) requireMayChange(dao, caller, current, after);
            Member changed = dao.update(id, current.version(), after)
                    .orElseThrow(() -> IfMatch.stale(dao.find(id, caller).orElseThrow(MemberService::missing)));
            note(tx, caller, "member.updated", changed);
            return changed;
        });
    }

    private void requireMayChange(MemberDao dao, Caller caller, Member current, MemberDraft after) {
        Role role = after.role() == null ? Role.VIEWER : after.role();
        parts.granting().organisation(caller, role, after.organisation());
        Granting.requireMayGive(caller, current.role());
        requireAnotherAdministrator(dao, caller, current);
    }

    /** Removes a member, or lets her leave; within five seconds no node lets her act. */
    public Member remove(Caller caller, UUID id, @Nullable IfMatch ifMatch) {
        boolean own = id.equals(caller.credential());
        Caller seen = own ? Caller.system("leave") : caller;
        if (!own) Access.require(caller, Action.MANAGE_MEMBERS, null);
        return write(caller, seen, tx -> {
            MemberDao dao = tx.attach(MemberDao.class);
            Member current = dao.find(id, seen).orElseThrow(MemberService::missing);
            IfMatch.honour(ifMatch, current);
            if (current.state() == MemberState.REMOVED) return current;
            requireAnotherAdministrator(dao, caller, current);
            Member removed = dao.remove(id).orElseThrow(MemberService::removed);
            note(tx, caller, "member.removed", removed);
            return removed;
        });
    }

    /** An organisation is not left without anybody who can let others in, unless from outside. */
    private static void requireAnotherAdministrator(MemberDao dao, Caller caller, Member current) {
        boolean administers = current.role() == Role.ORGANISATION_ADMIN && current.state() == MemberState.ACTIVE;
        if (!administers || current.organisation() == null || caller.role() == Role.SECTOR_ADMIN) return;
        List<UUID> all = dao.administrators(current.organisation().id());
        if (all.equals(List.of(current.id()))) {
            throw new ProblemException(
                    ProblemType.TRANSITION_NOT_ALLOWED,
                    "This is the organisation's last administrator. Give somebody else the role organisation-admin first.");
        }
    }

    /** Removes a person from all organisations, and all that says who she was. */
    public ErasureService.Removed erase(Handle tx, Caller caller, Erased person) {
        List<Member> erased = tx.attach(MemberDao.class).erase(person);
        int redacted = 0;
        for (Member member : erased) {
            redacted += parts.events().redact(tx, member.id());
            parts.events().append(tx, caller, change("member.erased", member).because(person.reason()));
        }
        return new ErasureService.Removed(erased.size(), redacted);
    }

    private Member write(Caller caller, Caller seen, Function<Handle, Member> effect) {
        return parts.databases().write(caller, id -> reads.find(id, seen), effect);
    }

    private void note(Handle tx, Caller caller, String type, Member member) {
        parts.events().append(tx, caller, change(type, member));
    }

    private static Change change(String type, Member member) {
        return Change.of(type, member, OrganisationRef.idOf(member.organisation()), "admin");
    }

    private static ProblemException missing() {
        return ProblemException.notFound("member");
    }

    private static ProblemException removed() {
        return new ProblemException(
                ProblemType.TRANSITION_NOT_ALLOWED, "The person was removed. Invite her again to let her act.");
    }
}

package org.councilregistry.api.joining;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.councilregistry.api.erasures.Erased;
import org.councilregistry.api.erasures.ErasureService;
import org.councilregistry.api.events.Change;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.keys.Granting;
import org.councilregistry.api.members.MemberDao;
import org.councilregistry.api.members.MemberService;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.Access;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Person;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.JoiningRequest;
import org.councilregistry.schema.JoiningRequestDraft;
import org.councilregistry.schema.JoiningRequestState;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes requests to join and answers them. */
public final class JoiningRequestService {
    private final Databases databases;
    private final EventService events;
    private final OrganisationLookup organisations;
    private final MemberService members;
    private final JoiningRequestDao reads;

    /** Works on this database; who is accepted becomes a member by the members' own rules. */
    public JoiningRequestService(
            Databases databases, EventService events, OrganisationLookup organisations, MemberService members) {
        this.databases = databases;
        this.events = events;
        this.organisations = organisations;
        this.members = members;
        this.reads = databases.read(JoiningRequestDao.class);
    }

    /** Asks to join; asked again while the first request is open, it is that one. */
    public JoiningRequest ask(Caller caller, JoiningRequestDraft draft) {
        Person person = MemberService.person(caller);
        UUID organisation =
                organisations.acting(draft.organisation(), "/organisation").id();
        return write(caller, tx -> {
            members.requireMayJoin(tx.attach(MemberDao.class), person, organisation);
            JoiningRequestDao dao = tx.attach(JoiningRequestDao.class);
            JoiningRequest made =
                    dao.insert(Ids.next(), organisation, draft.note(), person).orElse(null);
            if (made == null) return dao.open(organisation, person).orElseThrow(JoiningRequestService::missing);
            note(tx, caller, "joining-request.created", made);
            return made;
        });
    }

    /** What a caller asks of a request, and the version that she has read. */
    public record Ask(UUID id, @Nullable IfMatch ifMatch) {}

    /** Lets the person who asked act for the organisation in this role. */
    public JoiningRequest accept(Caller caller, Ask ask, Role role) {
        Granting.requireMayGive(caller, role);
        if (role == Role.SECTOR_ADMIN || role == Role.AUDITOR) {
            throw ProblemException.invalid("/role", "not-taken", "Who has this role belongs to no organisation.");
        }
        return answer(caller, ask, new JoiningRequestDao.Answer(JoiningRequestState.ACCEPTED, role, null));
    }

    /** Refuses the person who asked. */
    public JoiningRequest decline(Caller caller, Ask ask, String reason) {
        return answer(caller, ask, new JoiningRequestDao.Answer(JoiningRequestState.DECLINED, null, reason));
    }

    private JoiningRequest answer(Caller caller, Ask ask, JoiningRequestDao.Answer answer) {
        return write(caller, tx -> {
            JoiningRequestDao dao = tx.attach(JoiningRequestDao.class);
            JoiningRequest current = dao.find(ask.id(), caller).orElseThrow(JoiningRequestService::missing);
            UUID organisation = current.organisation().id();
            requireMayAnswer(dao, caller, organisation);
            IfMatch.require(ask.ifMatch(), current);
            JoiningRequest answered = dao.answer(current.id(), answer).orElseThrow(JoiningRequestService::answered);
            if (answer.role() != null) admit(tx, caller, answered, answer.role());
            String type = "joining-request." + (answer.role() == null ? "declined" : "accepted");
            note(tx, caller, type, answered);
            return answered;
        });
    }

    private void admit(Handle tx, Caller caller, JoiningRequest request, Role role) {
        JoiningRequestDao.Asker asker = tx.attach(JoiningRequestDao.class).asker(request.id());
        Person person = new Person(asker.issuer(), asker.subject(), asker.email(), false, asker.name());
        UUID organisation = request.organisation().id();
        members.requireMayJoin(tx.attach(MemberDao.class), person, organisation);
        members.admit(
                tx,
                caller,
                new MemberDao.Admitted(
                        Ids.next(), role, organisation, asker.issuer(), asker.subject(), asker.name(), asker.email()));
    }

    /** A council's first administrator is let in by the coordinator of its area; after that it answers for itself. */
    private static void requireMayAnswer(JoiningRequestDao dao, Caller caller, UUID organisation) {
        Access.require(caller, Action.ANSWER_JOINING, new Access.Facts(organisation, false, false));
        if (caller.role() == Role.COORDINATOR && dao.administered(organisation)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "The organisation has an administrator of its own, who answers this.");
        }
    }

    private JoiningRequest write(Caller caller, Function<Handle, JoiningRequest> effect) {
        return databases.write(caller, id -> reads.find(id, caller), effect);
    }

    /** Removes a person from her requests. */
    public ErasureService.Removed erase(Handle tx, Caller caller, Erased person) {
        List<JoiningRequest> erased = tx.attach(JoiningRequestDao.class).erase(person);
        int redacted = 0;
        for (JoiningRequest request : erased) {
            redacted += events.redact(tx, request.id());
            events.append(tx, caller, change("joining-request.erased", request).because(person.reason()));
        }
        return new ErasureService.Removed(erased.size(), redacted);
    }

    private void note(Handle tx, Caller caller, String type, JoiningRequest request) {
        events.append(tx, caller, change(type, request).because(request.reason()));
    }

    private static Change change(String type, JoiningRequest request) {
        return Change.of(type, request, request.organisation().id(), "admin");
    }

    private static ProblemException missing() {
        return ProblemException.notFound("joining request");
    }

    private static ProblemException answered() {
        return new ProblemException(ProblemType.TRANSITION_NOT_ALLOWED, "The request has been answered already.");
    }
}

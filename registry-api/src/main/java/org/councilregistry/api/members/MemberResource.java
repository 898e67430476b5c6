package org.councilregistry.api.members;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Bodies;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Creates;
import org.councilregistry.api.platform.Cursor;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Paging;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Acceptance;
import org.councilregistry.schema.InvitedMember;
import org.councilregistry.schema.Member;
import org.councilregistry.schema.MemberDraft;
import org.councilregistry.schema.MemberState;
import org.councilregistry.schema.Page;
import org.jspecify.annotations.Nullable;

/** People who act for organisations. */
@Path("/v1/members")
public final class MemberResource {
    private final MemberService service;
    private final MemberDao dao;
    private final Cursor cursors;

    /** Reads by the Dao, writes by the service. */
    public MemberResource(MemberService service, MemberDao dao, Cursor cursors) {
        this.service = service;
        this.dao = dao;
        this.cursors = cursors;
    }

    /**
     * Lists the members of the caller's organisation.
     *
     * @param state only those in this state; if absent, all that were not removed
     */
    @GET
    @Allows(Action.READ_MEMBERS)
    public Page<Member> list(
            @Auth Caller caller, @QueryParam("state") @Nullable MemberState state, @BeanParam Paging paging) {
        return paging.page(
                cursors,
                dao.list(state, paging.afterId(cursors), paging.limit() + 1, caller),
                m -> m.id().toString(),
                () -> dao.count(state, caller));
    }

    /** Invites a person. The invitation is shown in this answer and never again: pass it on to her. */
    @POST
    @Allows(Action.MANAGE_MEMBERS)
    @Creates("/v1/members")
    public InvitedMember invite(@Auth Caller caller, MemberDraft draft) {
        return service.invite(caller, draft);
    }

    /** Accepts an invitation as the person who is signed in. */
    @POST
    @Path("/join")
    @Allows(Action.JOIN)
    public Member join(@Auth Caller caller, Acceptance acceptance) {
        return service.join(caller, acceptance.invitation());
    }

    /** Reads one membership. */
    @GET
    @Path("/{id}")
    @Allows(Action.READ_MEMBERS)
    public Member get(@Auth Caller caller, @PathParam("id") UUID id) {
        return dao.find(id, caller).orElseThrow(() -> ProblemException.notFound("member"));
    }

    /** Changes what a member may do, or what she is called. */
    @PATCH
    @Path("/{id}")
    @Consumes(Bodies.MERGE_PATCH)
    @Allows(Action.MANAGE_MEMBERS)
    public Member update(
            @Auth Caller caller,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            Patch patch) {
        return service.update(caller, id, ifMatch, patch);
    }

    /**
     * Removes a member, or takes an invitation back; within five seconds the person can no longer act. Everybody may leave.
     *
     * @param ifMatch somebody who has to go is removed whatever the version
     */
    @POST
    @Path("/{id}/remove")
    @Allows(Action.GIVE_BACK)
    public Member remove(
            @Auth Caller caller, @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return service.remove(caller, id, ifMatch);
    }
}

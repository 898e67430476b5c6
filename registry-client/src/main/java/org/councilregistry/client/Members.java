package org.councilregistry.client;

import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Http;
import org.councilregistry.schema.Acceptance;
import org.councilregistry.schema.InvitedMember;
import org.councilregistry.schema.Member;
import org.councilregistry.schema.MemberDraft;
import org.councilregistry.schema.MemberState;

/** People who act for organisations. */
public final class Members {
    private static final String PATH = "/v1/members";
    private static final Lists.Noun<Member, MemberDraft> NOUN = new Lists.Noun<>(Member.class, MemberDraft::of);
    private final Http http;

    Members(Http http) {
        this.http = http;
    }

    /** The members of the caller's organisation, those invited included. */
    public Stream<Member> stream() {
        return Lists.stream(http, PATH, Map.of(), Member.class);
    }

    /** The members in this state. */
    public Stream<Member> stream(MemberState state) {
        return Lists.stream(http, PATH, Map.of("state", state), Member.class);
    }

    /** Reads one membership. */
    public Member get(UUID id) {
        return http.send(Call.get(PATH + "/" + id), ClientJson.type(Member.class));
    }

    /** Invites a person; the invitation is in this answer and never again. Pass it on to her. */
    public InvitedMember invite(MemberDraft draft) {
        return http.send(Call.post(PATH, draft), ClientJson.type(InvitedMember.class));
    }

    /** Accepts an invitation as the person who is signed in. */
    public Member join(String invitation) {
        return http.send(Call.post(PATH + "/join", new Acceptance(invitation)), ClientJson.type(Member.class));
    }

    /** Changes what a member may do, or what she is called. */
    public Member edit(UUID id, UnaryOperator<MemberDraft> change) {
        return Lists.edit(http, PATH + "/" + id, NOUN, change);
    }

    /** Removes a member, takes an invitation back, or leaves. */
    public Member remove(UUID id) {
        return http.send(Call.post(PATH + "/" + id + "/remove", null), ClientJson.type(Member.class));
    }
}

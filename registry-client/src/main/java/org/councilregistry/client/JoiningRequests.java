package org.councilregistry.client;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Http;
import org.councilregistry.schema.JoiningAcceptance;
import org.councilregistry.schema.JoiningRequest;
import org.councilregistry.schema.JoiningRequestDraft;
import org.councilregistry.schema.JoiningRequestState;
import org.councilregistry.schema.Reason;
import org.councilregistry.schema.Role;

/** Requests to act for an organisation. */
public final class JoiningRequests {
    private static final String PATH = "/v1/joining-requests";
    private final Http http;

    JoiningRequests(Http http) {
        this.http = http;
    }

    /** One's own requests, and those that one may answer. */
    public Stream<JoiningRequest> stream() {
        return Lists.stream(http, PATH, Map.of(), JoiningRequest.class);
    }

    /** The requests in this state. */
    public Stream<JoiningRequest> stream(JoiningRequestState state) {
        return Lists.stream(http, PATH, Map.of("state", state), JoiningRequest.class);
    }

    /** Reads one request. */
    public JoiningRequest get(UUID id) {
        return http.send(Call.get(PATH + "/" + id), ClientJson.type(JoiningRequest.class));
    }

    /** Asks to act for an organisation, as the person who is signed in. */
    public JoiningRequest ask(JoiningRequestDraft draft) {
        return http.send(Call.post(PATH, draft), ClientJson.type(JoiningRequest.class));
    }

    /** Lets the person who asked act for the organisation in this role. */
    public JoiningRequest accept(UUID id, Role role) {
        return Lists.step(
                http, PATH + "/" + id + "/accept", new JoiningAcceptance(role), ClientJson.type(JoiningRequest.class));
    }

    /** Refuses the person who asked, with a reason that she is told. */
    public JoiningRequest decline(UUID id, String reason) {
        return Lists.step(
                http, PATH + "/" + id + "/decline", new Reason(reason), ClientJson.type(JoiningRequest.class));
    }
}

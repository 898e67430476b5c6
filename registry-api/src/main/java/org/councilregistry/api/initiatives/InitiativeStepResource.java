package org.councilregistry.api.initiatives;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.PublishDraft;
import org.councilregistry.schema.Published;
import org.councilregistry.schema.Reason;
import org.jspecify.annotations.Nullable;

/** The steps in the life of an initiative's record. */
@Path("/v1/initiatives")
public final class InitiativeStepResource {
    private final InitiativeService service;
    private final PublishService publishing;

    /** Takes steps by these services. */
    public InitiativeStepResource(InitiativeService service, PublishService publishing) {
        this.service = service;
        this.publishing = publishing;
    }

    /**
     * Publishes a draft, or takes an archived or withdrawn record back; answers with work of others that looks alike.
     *
     * @param said what the publisher says to such work; may be left out, and blocks nothing
     */
    @POST
    @Path("/{id}/publish")
    @Allows(Action.PUBLISH)
    public Published publish(
            @Auth Caller caller,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @Nullable PublishDraft said) {
        return publishing.publish(
                caller,
                new InitiativeService.Ask(id, ifMatch, null),
                said == null ? new PublishDraft(List.of()) : said);
    }

    /** Takes a record out of lists and counts; it stays readable at its address. */
    @POST
    @Path("/{id}/archive")
    @Allows(Action.PUBLISH)
    public Initiative archive(
            @Auth Caller caller, @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return service.step(caller, new InitiativeService.Ask(id, ifMatch, null), Transition.ARCHIVE);
    }

    /** Takes a record back, with the reason that its readers are told. */
    @POST
    @Path("/{id}/withdraw")
    @Allows(Action.PUBLISH)
    public Initiative withdraw(
            @Auth Caller caller,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            Reason reason) {
        return service.step(caller, new InitiativeService.Ask(id, ifMatch, reason.reason()), Transition.WITHDRAW);
    }

    /**
     * Says that a record is still right.
     *
     * @param ifMatch send it to confirm only what was read
     */
    @POST
    @Path("/{id}/confirm")
    @Allows(Action.PUBLISH)
    public Initiative confirm(
            @Auth Caller caller, @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return service.step(caller, new InitiativeService.Ask(id, ifMatch, null), Transition.CONFIRM);
    }

    /** Says that a record registered by somebody else is one's own. */
    @POST
    @Path("/{id}/claim")
    @Allows(Action.CLAIM)
    public Initiative claim(
            @Auth Caller caller, @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return service.step(caller, new InitiativeService.Ask(id, ifMatch, null), Transition.CLAIM);
    }

    /** Says that a record registered by somebody else is not one's own; it is withdrawn. */
    @POST
    @Path("/{id}/decline")
    @Allows(Action.CLAIM)
    public Initiative decline(
            @Auth Caller caller,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            Reason reason) {
        return service.step(caller, new InitiativeService.Ask(id, ifMatch, reason.reason()), Transition.DECLINE);
    }

    /** Removes every text of a record that should never have been published, from the record and its history, for good. */
    @POST
    @Path("/{id}/redact")
    @Allows(Action.REDACT)
    public Initiative redact(
            @Auth Caller caller,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            Reason reason) {
        return service.redact(caller, new InitiativeService.Ask(id, ifMatch, reason.reason()));
    }
}

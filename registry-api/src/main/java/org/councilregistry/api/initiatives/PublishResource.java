package org.councilregistry.api.initiatives;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Beside;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.ConfirmDraft;
import org.councilregistry.schema.Confirmed;
import org.councilregistry.schema.Origin;
import org.councilregistry.schema.PublishDraft;
import org.councilregistry.schema.Published;
import org.jspecify.annotations.Nullable;

/** What an organisation does with its whole portfolio. */
@Path("/v1/organisations")
public final class PublishResource {
    private final PublishService publishing;
    private final InitiativeService service;
    private final OrganisationLookup organisations;

    /** Writes by these services. */
    public PublishResource(PublishService publishing, InitiativeService service, OrganisationLookup organisations) {
        this.publishing = publishing;
        this.service = service;
        this.organisations = organisations;
    }

    /**
     * Publishes an initiative under the publisher's own key, as often as it likes: new, changed or as it was. Members that
     * are absent stay as they are, {@code null} or {@code []} clears. What a person has changed since the last publish
     * stays, and is named in {@code kept}. What the publisher says in {@code responses} to work that looks alike is kept with
     * the overlap, and blocks nothing.
     *
     * @param ref the organisation's id, slug or {@code scheme:value}
     * @param externalId the publisher's own key
     * @param confirm say, too, that the record is right
     * @param dryRun say only what would happen
     * @param origin how the record comes in: {@code api} if absent
     */
    @PUT
    @Path("/{ref}/initiatives/{externalId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allows(Action.PUBLISH)
    public Published publish(
            @Auth Caller caller,
            @PathParam("ref") String ref,
            @PathParam("externalId") String externalId,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @QueryParam("confirm") @DefaultValue("false") boolean confirm,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("origin") @Nullable Origin origin,
            @Beside(PublishDraft.class) Patch draft) {
        Origin from = origin == null ? Origin.API : origin;
        return publishing.publish(
                caller,
                new PublishService.Ask(ref, externalId, ifMatch, confirm, dryRun, from),
                draft.without(PublishDraft.class),
                draft.part(PublishDraft.class));
    }

    /**
     * Says that an organisation's initiatives are still right: those that are named, or all that are running.
     *
     * @param ref the organisation's id, slug or {@code scheme:value}
     */
    @POST
    @Path("/{ref}/confirm")
    @Allows(Action.PUBLISH)
    public Confirmed confirm(@Auth Caller caller, @PathParam("ref") String ref, ConfirmDraft draft) {
        return service.confirm(
                caller,
                organisations
                        .inPath(ref)
                        .orElseThrow(() -> ProblemException.notFound("organisation"))
                        .id(),
                draft);
    }
}

package org.councilregistry.api.exports;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.councilregistry.api.components.ComponentDao;
import org.councilregistry.api.initiatives.InitiativeDao;
import org.councilregistry.api.organisations.OrganisationDao;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Rows;
import org.councilregistry.schema.Component;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.Organisation;

/** Whole sets, in the order in which the records were registered. */
@Path("/v1/exports")
public final class ExportResource {
    private static final String CSV = Rows.CSV + ";charset=utf-8";

    private final InitiativeDao initiatives;
    private final ComponentDao components;
    private final OrganisationDao organisations;

    /** Reads by these Daos. */
    public ExportResource(InitiativeDao initiatives, ComponentDao components, OrganisationDao organisations) {
        this.initiatives = initiatives;
        this.components = components;
        this.organisations = organisations;
    }

    /**
     * Downloads every published initiative as CSV. A list's words stand between semicolons, an organisation is its slug,
     * and a text that a spreadsheet would take for a formula has an apostrophe before it.
     */
    @GET
    @Path("/initiatives.csv")
    @Produces(CSV)
    @Allows(Action.READ)
    public Rows<Initiative> initiativesCsv(@Auth Caller caller) {
        return initiatives(caller);
    }

    /** Downloads every published initiative as JSON Lines: an Initiative a line. */
    @GET
    @Path("/initiatives.jsonl")
    @Produces(Rows.LINES)
    @Allows(Action.READ)
    public Rows<Initiative> initiativesJsonl(@Auth Caller caller) {
        return initiatives(caller);
    }

    /** Downloads every listed or deprecated component as CSV, written as initiatives are. */
    @GET
    @Path("/components.csv")
    @Produces(CSV)
    @Allows(Action.READ)
    public Rows<Component> componentsCsv(@Auth Caller caller) {
        return components(caller);
    }

    /** Downloads every listed or deprecated component as JSON Lines: a Component a line. */
    @GET
    @Path("/components.jsonl")
    @Produces(Rows.LINES)
    @Allows(Action.READ)
    public Rows<Component> componentsJsonl(@Auth Caller caller) {
        return components(caller);
    }

    /** Downloads every organisation as CSV, written as initiatives are. */
    @GET
    @Path("/organisations.csv")
    @Produces(CSV)
    @Allows(Action.READ)
    public Rows<Organisation> organisationsCsv(@Auth Caller caller) {
        return organisations();
    }

    /** Downloads every organisation as JSON Lines: an Organisation a line. */
    @GET
    @Path("/organisations.jsonl")
    @Produces(Rows.LINES)
    @Allows(Action.READ)
    public Rows<Organisation> organisationsJsonl(@Auth Caller caller) {
        return organisations();
    }

    private Rows<Initiative> initiatives(Caller caller) {
        return Rows.all(
                "initiatives",
                Initiative.class,
                Initiative::id,
                (after, limit) -> initiatives.published(after, limit, caller));
    }

    private Rows<Component> components(Caller caller) {
        ComponentDao.Filter all = new ComponentDao.Filter(null, null, null, null, null);
        return Rows.all(
                "components",
                Component.class,
                Component::id,
                (after, limit) -> components.list(all, after, limit, caller));
    }

    private Rows<Organisation> organisations() {
        OrganisationDao.Filter all = new OrganisationDao.Filter(null, null, null, null, null, null, null);
        return Rows.all(
                "organisations",
                Organisation.class,
                Organisation::id,
                (after, limit) -> organisations.list(all, after, limit));
    }
}

package org.councilregistry.api.exports;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.councilregistry.api.components.ComponentDao;
import org.councilregistry.api.events.EventLog;
import org.councilregistry.api.initiatives.InitiativeDao;
import org.councilregistry.api.organisations.OrganisationDao;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Rows;
import org.councilregistry.schema.Component;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.LogEntry;
import org.councilregistry.schema.Organisation;

/** Whole sets, in the order in which the records were registered. */
@Path("/v1/exports")
public final class ExportResource {
    private static final String CSV = Rows.CSV + ";charset=utf-8";

    private final InitiativeDao initiatives;
    private final ComponentDao components;
    private final OrganisationDao organisations;
    private final EventLog log;

    /** Reads by these Daos, and this log. */
    public ExportResource(
            InitiativeDao initiatives, ComponentDao components, OrganisationDao organisations, EventLog log) {
        this.initiatives = initiatives;
        this.components = components;
        this.organisations = organisations;
        this.log = log;
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

    /**
     * Downloads the whole log as JSON Lines: a LogEntry a line, with everything of which its hash is made, and the registry's
     * checkpoints. {@code verify-audit FILE} verifies it anywhere. It holds contacts and what is not public.
     */
    @GET
    @Path("/events.jsonl")
    @Produces(Rows.LINES)
    @Allows(Action.READ_LOG)
    public Rows<LogEntry> eventsJsonl(@Auth Caller caller) {
        return new Rows<>("events", LogEntry.class, log, false);
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

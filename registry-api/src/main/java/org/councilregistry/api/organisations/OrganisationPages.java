package org.councilregistry.api.organisations;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.councilregistry.api.html.Html;
import org.councilregistry.api.html.Ld;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Moved;
import org.councilregistry.api.portfolios.PhaseGroup;
import org.councilregistry.api.portfolios.PortfolioDao;
import org.councilregistry.api.search.Discover;
import org.councilregistry.api.search.SearchRequest;
import org.councilregistry.schema.Organisation;

/** Organisations and their portfolios, for people. */
@Path("/organisations")
@Produces("text/html;charset=utf-8")
public final class OrganisationPages {
    private static final int MOST = 500;

    private final OrganisationResource records;
    private final PortfolioDao portfolios;
    private final Discover discover;

    /** Shows what the resource answers, and the work that belongs to it. */
    public OrganisationPages(OrganisationResource records, PortfolioDao portfolios, Discover discover) {
        this.records = records;
        this.portfolios = portfolios;
        this.discover = discover;
    }

    /**
     * An organisation's page, and its board paper.
     *
     * @param total how many pieces of work there are, 500 at most
     */
    public record Shown(
            Organisation record,
            int total,
            List<PhaseGroup> phases,
            List<PortfolioDao.Offer> components,
            List<PortfolioDao.Kin> kin,
            String data) {}

    /** Finds organisations. */
    @GET
    @Allows(Action.READ)
    public Html list(@Auth Caller caller, @BeanParam SearchRequest request, @Context UriInfo uri) {
        return discover.page("organisation", request, uri, caller);
    }

    /** Shows one organisation with its portfolio by phase. */
    @GET
    @Path("/{ref}")
    @Allows(Action.READ)
    public Html get(@Auth Caller caller, @PathParam("ref") String ref) {
        return Html.of("organisations/organisation", shown(caller, ref, ""));
    }

    /** Shows the same portfolio as a paper for a board: to be printed. */
    @GET
    @Path("/{ref}/board-paper")
    @Allows(Action.READ)
    public Html paper(@Auth Caller caller, @PathParam("ref") String ref) {
        return Html.of("organisations/paper", shown(caller, ref, "/board-paper"));
    }

    private Shown shown(Caller caller, String ref, String tail) {
        Organisation record = read(caller, ref);
        if (!ref.equals(record.slug())) throw new Moved("/organisations/" + record.slug() + tail);
        List<PortfolioDao.Work> work = portfolios.ofOrganisation(record.id(), MOST, caller);
        return new Shown(
                record,
                work.size(),
                PhaseGroup.of(work),
                portfolios.components(record.id(), caller),
                portfolios.kin(record.id()),
                data(record));
    }

    private Organisation read(Caller caller, String ref) {
        try {
            return records.get(caller, ref);
        } catch (Moved moved) {
            throw moved.toPage();
        }
    }

    private static String data(Organisation record) {
        return Ld.of("GovernmentOrganization")
                .with("name", record.name())
                .with("alternateName", record.otherNames())
                .with("identifier", record.id().toString())
                .with("url", record.homepage())
                .json();
    }
}

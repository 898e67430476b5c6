package org.councilregistry.api.services;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.councilregistry.api.html.Html;
import org.councilregistry.api.html.Ld;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Moved;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.portfolios.PhaseGroup;
import org.councilregistry.api.portfolios.PortfolioDao;
import org.councilregistry.schema.Service;

/** Services and all the work on each, for people. */
@Path("/services")
@Produces("text/html;charset=utf-8")
public final class ServicePages {
    private static final int MOST = 500;
    private static final int LISTED = 200;

    private final ServiceDao dao;
    private final PortfolioDao portfolios;

    /** Reads by these Daos. */
    public ServicePages(ServiceDao dao, PortfolioDao portfolios) {
        this.dao = dao;
        this.portfolios = portfolios;
    }

    /** The list of services. */
    public record Listed(String q, List<Service> services) {}

    /**
     * A service's page.
     *
     * @param total how many pieces of work there are, 500 at most
     * @param councils how many organisations they belong to
     */
    public record Shown(Service record, int total, long councils, List<PhaseGroup> phases, String data) {}

    /** Finds services by a part of their label, a synonym or the end of their code. */
    @GET
    @Allows(Action.READ)
    public Html list(@Auth Caller caller, @QueryParam("q") @DefaultValue("") String q) {
        String part = q.isBlank() ? null : q.toLowerCase(Locale.ROOT).strip();
        return Html.of("services/list", new Listed(q, dao.list(part, new UUID(0, 0), LISTED)));
    }

    /** Shows all the work on one service, by phase, white spaces among them. */
    @GET
    @Path("/{code}")
    @Allows(Action.READ)
    public Html get(@Auth Caller caller, @PathParam("code") String code) {
        String kept = ServiceLookup.normal(code);
        Service record = dao.find(kept).orElseThrow(() -> ProblemException.notFound("service"));
        if (!code.equals(kept)) throw new Moved("/services/" + kept);
        List<PortfolioDao.Work> work = portfolios.onService(kept, MOST, caller);
        long councils = work.stream().map(w -> w.organisation().id()).distinct().count();
        String data = Ld.of("GovernmentService")
                .with("name", record.label())
                .with("identifier", record.code())
                .json();
        return Html.of("services/service", new Shown(record, work.size(), councils, PhaseGroup.of(work), data));
    }
}

package org.councilregistry.api;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.nio.file.Path;
import org.councilregistry.api.components.ComponentPages;
import org.councilregistry.api.components.ComponentResource;
import org.councilregistry.api.html.Frame;
import org.councilregistry.api.html.HtmlFilter;
import org.councilregistry.api.html.LanguageFilter;
import org.councilregistry.api.html.Renderer;
import org.councilregistry.api.html.Theme;
import org.councilregistry.api.initiatives.InitiativePageDao;
import org.councilregistry.api.initiatives.InitiativePages;
import org.councilregistry.api.initiatives.InitiativePartDao;
import org.councilregistry.api.initiatives.InitiativeResource;
import org.councilregistry.api.organisations.OrganisationPages;
import org.councilregistry.api.organisations.OrganisationResource;
import org.councilregistry.api.overlaps.AskPages;
import org.councilregistry.api.platform.FormReader;
import org.councilregistry.api.portfolios.PortfolioDao;
import org.councilregistry.api.problems.ProblemResource;
import org.councilregistry.api.problems.ProblemTypePages;
import org.councilregistry.api.search.Discover;
import org.councilregistry.api.search.ListPages;
import org.councilregistry.api.search.SearchDao;
import org.councilregistry.api.services.ServicePages;
import org.councilregistry.api.site.SitePages;

/** The pages for people, put together beside the resources. */
final class Pages {
    private final Wiring wiring;
    private final Theme theme;
    private final Frame.Site site;
    private final Renderer renderer = new Renderer();
    private final Discover discover;
    private final PortfolioDao portfolios;

    Pages(Wiring wiring, RegistryConfiguration configuration) {
        this.wiring = wiring;
        RegistryConfiguration.Site chosen = configuration.site();
        theme = new Theme(
                chosen.name(),
                chosen.colour(),
                chosen.logo().isBlank() ? null : Path.of(chosen.logo()),
                chosen.contact().isBlank() ? null : chosen.contact(),
                chosen.address());
        site = Frame.Site.of(theme, configuration.zone());
        discover = new Discover(wiring.searcher, wiring.databases.read(SearchDao.class));
        portfolios = wiring.databases.read(PortfolioDao.class);
    }

    /** What every page needs, and the pages that stand beside no resource or beside one without a life of its own. */
    void register(Environment environment) {
        environment.servlets().addServlet("assets", site.assets()).addMapping("/assets/*");
        JerseyEnvironment jersey = environment.jersey();
        jersey.register(new LanguageFilter());
        jersey.register(new FormReader());
        jersey.register(new HtmlFilter(renderer, site));
        ProblemResource problems = new ProblemResource(renderer, site);
        jersey.register(problems);
        jersey.register(new ProblemTypePages(problems));
        jersey.register(new SitePages(wiring.searcher));
        jersey.register(new ListPages(discover, theme));
        jersey.register(new AskPages(wiring.overlaps));
        jersey.register(new ServicePages(wiring.serviceDao, portfolios));
    }

    InitiativePages beside(InitiativeResource resource) {
        return new InitiativePages(
                resource,
                new InitiativePages.Parts(
                        discover,
                        wiring.databases.read(InitiativePageDao.class),
                        wiring.databases.read(InitiativePartDao.class),
                        wiring.outcomeDao,
                        wiring.pairDao,
                        wiring.serviceLookup));
    }

    ComponentPages beside(ComponentResource resource) {
        return new ComponentPages(resource, discover, wiring.serviceLookup);
    }

    OrganisationPages beside(OrganisationResource resource) {
        return new OrganisationPages(resource, portfolios, discover);
    }
}

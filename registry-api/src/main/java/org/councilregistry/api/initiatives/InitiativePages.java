package org.councilregistry.api.initiatives;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.events.HistoryPage;
import org.councilregistry.api.html.Html;
import org.councilregistry.api.html.Ld;
import org.councilregistry.api.outcomes.OutcomeDao;
import org.councilregistry.api.pairs.PairDao;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Moved;
import org.councilregistry.api.platform.Rows;
import org.councilregistry.api.search.Discover;
import org.councilregistry.api.search.SearchRequest;
import org.councilregistry.api.services.ServiceLookup;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativePhase;
import org.councilregistry.schema.Match;
import org.councilregistry.schema.Outcome;
import org.councilregistry.schema.ServiceRef;

/** Initiatives, for people. */
@Path("/initiatives")
@Produces("text/html;charset=utf-8")
public final class InitiativePages {
    private static final int SIMILAR = 5;
    private static final int OUTCOMES = 50;

    private static final String TEMPLATE = "initiatives/initiative";

    private final InitiativeResource records;
    private final Parts parts;
    /** What the public was shown lately; the names of services in it are ten minutes old at most. */
    private final Cache<UUID, Kept> kept = Caffeine.newBuilder()
            .maximumSize(600)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    private record Kept(InitiativePageDao.Stamp stamp, Shown shown) {}

    /** What the pages read beside the record. */
    public record Parts(
            Discover discover,
            InitiativePageDao pages,
            InitiativePartDao phases,
            OutcomeDao outcomes,
            PairDao pairs,
            ServiceLookup services) {}

    /** Shows what the resource answers, and what belongs to it. */
    public InitiativePages(InitiativeResource records, Parts parts) {
        this.records = records;
        this.parts = parts;
    }

    /** An initiative's page. */
    public record Shown(
            Initiative record,
            List<ServiceRef> services,
            List<InitiativePhase> phases,
            List<Outcome> outcomes,
            List<Match> similar,
            String data) {}

    /** Finds initiatives. */
    @GET
    @Allows(Action.READ)
    public Html list(@Auth Caller caller, @BeanParam SearchRequest request, @Context UriInfo uri) {
        return parts.discover().page("initiative", request, uri, caller);
    }

    /** Shows one initiative. */
    @GET
    @Path("/{ref}")
    @Allows(Action.READ)
    public Html get(@Auth Caller caller, @PathParam("ref") String ref) {
        Optional<InitiativePageDao.Stamp> now =
                caller.known() ? Optional.empty() : parts.pages().stamp(ref, caller);
        Kept before = now.map(stamp -> kept.getIfPresent(stamp.id())).orElse(null);
        if (before != null && now.get().equals(before.stamp())) return Html.again(TEMPLATE, before.shown());
        Shown shown = shown(caller, ref);
        now.ifPresent(stamp -> kept.put(stamp.id(), new Kept(stamp, shown)));
        return Html.again(TEMPLATE, shown);
    }

    private Shown shown(Caller caller, String ref) {
        Initiative record = read(caller, ref);
        if (record.slug() != null && !ref.equals(record.slug())) throw new Moved("/initiatives/" + record.slug());
        UUID id = record.id();
        OutcomeDao.Filter own = new OutcomeDao.Filter(id, null, null, null, null);
        return new Shown(
                record,
                record.services().stream()
                        .map(code -> new ServiceRef(code, parts.services().name(code)))
                        .toList(),
                parts.phases().phases(id),
                parts.outcomes().list(own, new UUID(0, 0), OUTCOMES, caller),
                parts.pairs().similar(id, SIMILAR, caller),
                data(record));
    }

    /** Shows what became of an initiative's record, word by word. */
    @GET
    @Path("/{ref}/history")
    @Allows(Action.READ)
    public Html history(@Auth Caller caller, @PathParam("ref") String ref) {
        Initiative record = read(caller, ref);
        return HistoryPage.of(
                record.title(), "initiatives", ref, records.history(caller, ref).items());
    }

    private Initiative read(Caller caller, String ref) {
        try {
            return records.get(caller, ref);
        } catch (Moved moved) {
            throw moved.toPage();
        }
    }

    private static String data(Initiative record) {
        return Ld.of("Project")
                .with("name", record.title())
                .with("description", record.summary())
                .with("identifier", record.id().toString())
                .with("url", "/initiatives/" + record.slug())
                .with("inLanguage", record.language())
                .with("dateModified", record.updatedAt().toString())
                .with("license", Rows.LICENCE)
                .organisation(
                        "parentOrganization",
                        record.organisation().name(),
                        "/organisations/" + record.organisation().slug())
                .json();
    }
}

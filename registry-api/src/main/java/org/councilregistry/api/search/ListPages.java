package org.councilregistry.api.search;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.councilregistry.api.html.Feed;
import org.councilregistry.api.html.Query;
import org.councilregistry.api.html.Theme;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Rows;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.Phase;
import org.jspecify.annotations.Nullable;

/** A list of initiatives as somebody has narrowed it, to follow or to take along. */
@Path("/")
@Produces("text/html;charset=utf-8")
public final class ListPages {
    private final Discover discover;
    private final Theme theme;

    /** Lists what is discovered, at addresses of this service. */
    public ListPages(Discover discover, Theme theme) {
        this.discover = discover;
        this.theme = theme;
    }

    /** A row of the list. */
    public record Listed(
            UUID id,
            String title,
            @Nullable String summary,
            OrganisationRef organisation,
            @Nullable Phase phase,
            List<String> services,
            List<String> tags,
            @Nullable Instant confirmedAt,
            String address) {}

    /** The newest of the list, as Atom. */
    @GET
    @Path("initiatives.atom")
    @Produces(Feed.ATOM)
    @Allows(Action.READ)
    public byte[] atom(@Auth Caller caller, @BeanParam SearchRequest request, @Context UriInfo uri) {
        String query = Query.of(uri.getQueryParameters(), Discover.KNOWN).text();
        List<Feed.Entry> entries = discover.newest("initiative", request, caller).stream()
                .map(e -> new Feed.Entry(
                        e.id(),
                        e.title(),
                        text(e.summary()),
                        address(e),
                        e.organisation().name(),
                        updated(e)))
                .toList();
        String page = theme.address() + "/initiatives" + query;
        return new Feed(theme.name(), theme.address() + "/initiatives.atom" + query, page, entries).xml();
    }

    /** The list as CSV: the whole of it, or of what is ordered by relevance the best thousand rows. */
    @GET
    @Path("initiatives.csv")
    @Produces(Rows.CSV + ";charset=utf-8")
    @Allows(Action.READ)
    public Rows<Listed> csv(@Auth Caller caller, @BeanParam SearchRequest request) {
        Iterable<SearchDao.Line> lines = discover.all("initiative", request, caller);
        return new Rows<>(
                "initiatives",
                Listed.class,
                () -> StreamSupport.stream(lines.spliterator(), false)
                        .map(this::listed)
                        .iterator());
    }

    private Listed listed(SearchDao.Line line) {
        return new Listed(
                line.id(),
                line.title(),
                line.summary(),
                line.organisation(),
                line.phase(),
                line.services(),
                line.tags(),
                line.confirmedAt(),
                address(line));
    }

    private String address(SearchDao.Line entry) {
        return theme.address() + "/initiatives/" + (entry.slug() == null ? entry.id() : entry.slug());
    }

    private static String text(@Nullable String summary) {
        return summary == null ? "" : summary;
    }

    private static Instant updated(SearchDao.Line entry) {
        return entry.confirmedAt() == null ? entry.createdAt() : entry.confirmedAt();
    }
}

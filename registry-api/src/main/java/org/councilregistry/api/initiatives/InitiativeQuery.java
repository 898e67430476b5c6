package org.councilregistry.api.initiatives;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.BenefitArea;
import org.councilregistry.schema.InitiativeState;
import org.councilregistry.schema.Phase;
import org.jspecify.annotations.Nullable;

/** By what a list of initiatives is narrowed, and its order. The one query that is put together, from constants. */
public final class InitiativeQuery {
    /** The organisation that leads: id, slug, {@code scheme:value} or name. */
    @QueryParam("organisation")
    @Nullable
    String organisation;

    /** The phase the work is in. */
    @QueryParam("phase")
    @Nullable
    Phase phase;

    /** A service that the work is about, such as {@code lgsl:524}. */
    @QueryParam("service")
    @Nullable
    String service;

    /** The area in which the work is meant to pay. */
    @QueryParam("benefitArea")
    @Nullable
    BenefitArea benefitArea;

    /** A free word that the work carries. */
    @QueryParam("tag")
    @Nullable
    String tag;

    /** Where the record stands; {@code published} if absent. */
    @QueryParam("state")
    @Nullable
    InitiativeState state;

    /** Only records that changed at or after this time. */
    @QueryParam("updatedSince")
    @Nullable
    Instant updatedSince;

    /** Only records that nobody has confirmed in time, or only fresh ones. */
    @QueryParam("stale")
    @Nullable
    Boolean stale;

    /** The order: {@code id} (the one registered first first; the default) or {@code updated} (the one changed last first). */
    @QueryParam("sort")
    @Nullable
    String sort;

    /** What the parameters of the query are bound to. */
    public record Values(
            @Nullable UUID organisation,
            @Nullable Phase phase,
            @Nullable String service,
            @Nullable BenefitArea benefitArea,
            @Nullable String tag,
            InitiativeState state,
            @Nullable Instant updatedSince,
            @Nullable Instant afterTime,
            @Nullable UUID afterId,
            int limit) {}

    /** The conditions that this query narrows by. */
    String conditions(boolean first) {
        StringBuilder sql = new StringBuilder(" and i.state = :state");
        if (organisation != null) sql.append(" and i.organisation_id = :organisation");
        if (phase != null) sql.append(" and i.phase = :phase");
        if (service != null) sql.append(labelled("service", "service"));
        if (benefitArea != null) sql.append(labelled("benefit-area", "benefitArea"));
        if (tag != null) sql.append(labelled("tag", "tag"));
        if (updatedSince != null) sql.append(" and i.updated_at >= :updatedSince");
        if (stale != null)
            sql.append(
                    stale
                            ? " and i.confirm_by < current_date"
                            : " and (i.confirm_by >= current_date or i.confirm_by is null)");
        if (!first)
            sql.append(byUpdate() ? " and (i.updated_at, i.id) < (:afterTime, :afterId)" : " and i.id > :afterId");
        return sql.toString();
    }

    /** So that a page is read in its order, and not sorted out of all that carry the label. */
    private static String labelled(String kind, String value) {
        return " and i.id in (select l.initiative_id from initiative_labels l where l.label = '" + kind + " ' || cast(:"
                + value + " as text))";
    }

    /** The order of the list. */
    String order() {
        return byUpdate() ? "i.updated_at desc, i.id desc" : "i.id";
    }

    boolean byUpdate() {
        if (sort == null || sort.equals("id")) return false;
        if (sort.equals("updated")) return true;
        throw ProblemException.invalid("?sort", "unknown-word", "Sort by one of: id, updated.");
    }

    /** The values to bind, for the page behind a cursor's key. */
    Values values(OrganisationLookup organisations, @Nullable String after, int limit) {
        String[] key = after == null ? null : after.split(" ", 2);
        return new Values(
                organisations.optional(organisation, "?organisation"),
                phase,
                service == null || service.contains(":") ? service : "lgsl:" + service,
                benefitArea,
                tag,
                state == null ? InitiativeState.PUBLISHED : state,
                updatedSince,
                key != null && byUpdate() ? Instant.parse(key[0]) : null,
                key == null ? null : UUID.fromString(key[key.length - 1]),
                limit);
    }
}

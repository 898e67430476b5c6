package org.councilregistry.api.pairs;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Rows;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.OverlapBandReport;
import org.councilregistry.schema.OverlapReport;
import org.jspecify.annotations.Nullable;

/** Reports. */
@Path("/v1/reports")
public final class OverlapReportResource {
    private final PairDao dao;

    /** Reads by this Dao. */
    public OverlapReportResource(PairDao dao) {
        this.dao = dao;
    }

    /** Counts the overlaps that the caller may see, and says how often coordinators found each band right. */
    @GET
    @Path("/overlap")
    @Produces(MediaType.APPLICATION_JSON)
    @Allows(Action.READ)
    public OverlapReport overlap(@Auth Caller caller) {
        List<PairDao.Counted> counted = dao.counted(caller);
        return new OverlapReport(Stream.of(Band.SAME, Band.CLOSE)
                .map(band -> counted.stream()
                        .filter(c -> c.band() == band)
                        .findFirst()
                        .orElse(new PairDao.Counted(band, 0, 0, 0, 0, 0)))
                .map(OverlapReportResource::row)
                .toList());
    }

    /** The same counts for a spreadsheet, one row for each band. */
    @GET
    @Path("/overlap")
    @Produces(Rows.CSV + ";qs=0.5")
    @Allows(Action.READ)
    public Rows<OverlapBandReport> overlapRows(@Auth Caller caller) {
        return new Rows<>(
                "overlap-report", OverlapBandReport.class, overlap(caller).bands());
    }

    private static OverlapBandReport row(PairDao.Counted c) {
        long judged = c.introduce() + c.related() + c.different();
        return new OverlapBandReport(
                c.band(),
                c.open(),
                c.introduce(),
                c.related(),
                c.different(),
                c.watch(),
                share(2 * c.introduce(), 2 * judged),
                share(2 * c.introduce() + c.related(), 2 * judged));
    }

    private static @Nullable BigDecimal share(long part, long whole) {
        if (whole == 0) return null;
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 3, RoundingMode.HALF_UP);
    }
}

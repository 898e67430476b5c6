package org.councilregistry.api.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Json;
import org.councilregistry.schema.Health;
import org.councilregistry.schema.Health.Check;

/** Whether the service lives and is ready. */
@Path("/")
public final class HealthResource {
    /** Something that must work before the service is of use. */
    public interface Part {
        /** Looks now. */
        Check check();
    }

    private final List<Part> parts;

    /** Looks at these. */
    public HealthResource(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Says that the process answers; nothing else is looked at. */
    @GET
    @Path("/livez")
    @Allows(Action.READ)
    public Health live() {
        return new Health("ok", List.of());
    }

    /** Says whether the service can do its work: database, migrations, index. 503 while it cannot. */
    @GET
    @Path("/readyz")
    @Allows(Action.READ)
    public Response ready() throws JsonProcessingException {
        List<Check> checks = parts.stream().map(Part::check).toList();
        boolean ready = checks.stream().allMatch(Check::ready);
        Response.ResponseBuilder answer = Response.status(ready ? 200 : 503)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.MAPPER.writeValueAsBytes(new Health(ready ? "ok" : "starting", checks)));
        return ready ? answer.build() : answer.header("Retry-After", "1").build();
    }
}

package org.councilregistry.api.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.EOFException;
import java.net.URI;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.tomcat.jdbc.pool.PoolExhaustedException;
import org.councilregistry.schema.Problem;
import org.councilregistry.schema.ProblemType;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.glassfish.hk2.api.MultiException;
import org.glassfish.jersey.server.ParamException;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever goes wrong into a problem. What a library says of it goes to the log, never to the caller. */
public class ProblemMapper<T extends Throwable> implements ExceptionMapper<T> {
    /** The media type of every refusal. */
    public static final MediaType PROBLEM = new MediaType("application", "problem+json");

    /** Where refused attempts are noted: who tried what from where, never with what. */
    private static final Logger SECURITY = LoggerFactory.getLogger("security");

    private static final Set<ProblemType> REFUSED = EnumSet.of(
            ProblemType.UNAUTHENTICATED,
            ProblemType.FORBIDDEN,
            ProblemType.NOT_YOUR_ORGANISATION,
            ProblemType.RATE_LIMITED);

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Context
    @SuppressWarnings("NullAway.Init") // set by Jersey before the first request
    private HttpServletRequest request;

    @Override
    public Response toResponse(T exception) {
        Moved moved = find(exception, Moved.class);
        if (moved != null) return moved(moved);
        ParamException parameter = find(exception, ParamException.class);
        ProblemException refused = find(exception, ProblemException.class);
        boolean inPath = parameter instanceof ParamException.PathParamException;
        ProblemException problem =
                refused != null && !inPath ? refused : translate(parameter == null ? exception : parameter);
        if (parameter != null) name(problem, parameter);
        if (REFUSED.contains(problem.type())) {
            SECURITY.info(
                    "refused {}: {} {} from {}",
                    problem.type().slug(),
                    request.getMethod(),
                    request.getRequestURI(),
                    request.getRemoteAddr());
        }
        if (problem.type() == ProblemType.INTERNAL) LOG.error("the request failed", exception);
        if (problem.type() == ProblemType.UNAVAILABLE)
            LOG.warn("the database did not answer: {}", String.valueOf(exception));
        return response(problem, exception);
    }

    private static <E extends Throwable> @Nullable E find(Throwable exception, Class<E> type) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) return type.cast(cause);
            if (cause instanceof MultiException many) {
                for (Throwable one : many.getErrors()) {
                    E found = one == cause ? null : find(one, type);
                    if (found != null) return found;
                }
            }
        }
        return null;
    }

    private Response moved(Moved moved) {
        String query = request.getQueryString();
        return Response.status(308)
                .location(URI.create(moved.address() + (query == null ? "" : "?" + query)))
                .build();
    }

    private static void name(ProblemException problem, ParamException e) {
        if (e instanceof ParamException.QueryParamException && problem.errors().isEmpty()) {
            problem.at("?" + e.getParameterName(), "invalid", problem.detail());
        }
    }

    private static ProblemException translate(Throwable e) {
        if (e instanceof ParamException.PathParamException) return ProblemException.notFound("record");
        if (e instanceof ParamException p) {
            return new ProblemException(
                    ProblemType.INVALID, "The value of '" + p.getParameterName() + "' cannot be read.");
        }
        if (e instanceof WebApplicationException web) return http(web);
        if (e instanceof JsonProcessingException || e instanceof HttpException) {
            return new ProblemException(ProblemType.MALFORMED, "The request cannot be read.");
        }
        if (e instanceof EofException || e instanceof EOFException) {
            return new ProblemException(ProblemType.MALFORMED, "The body ended too early.");
        }
        if (e instanceof ZipException) {
            return new ProblemException(ProblemType.MALFORMED, "The body is not what Content-Encoding says.");
        }
        if (Databases.readOnly(Databases.state(e))) {
            return new ProblemException(
                    ProblemType.READ_ONLY, "The database takes no changes at the moment. Try again later.");
        }
        return unreachable(e)
                ? new ProblemException(ProblemType.UNAVAILABLE, "The database does not answer. Try again in a moment.")
                : new ProblemException(ProblemType.INTERNAL, "The service failed. The request id finds it in the log.");
    }

    private static boolean unreachable(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectionException) return true;
            if (cause instanceof SQLException sql && passes(sql.getSQLState())) return true;
            if (cause instanceof PoolExhaustedException) return true;
        }
        return false;
    }

    private static boolean passes(@Nullable String state) {
        return Databases.lost(state) || Databases.exhausted(state);
    }

    private static ProblemException http(WebApplicationException e) {
        return switch (e.getResponse().getStatus()) {
            case 404 ->
                new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is nothing at this address. What there is stands in /openapi.json.");
            case 405 ->
                new ProblemException(
                        ProblemType.METHOD_NOT_ALLOWED,
                        "This address does not take this method; see the Allow header.");
            case 406 ->
                new ProblemException(ProblemType.NOT_ACCEPTABLE, "The answer can be given as application/json only.");
            case 413 -> new ProblemException(ProblemType.TOO_LARGE, "The body is larger than 1 MB. Send less at once.");
            case 415 ->
                new ProblemException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Send application/json; for PATCH, application/merge-patch+json.");
            default ->
                e.getResponse().getStatus() < 500
                        ? new ProblemException(ProblemType.MALFORMED, "The request cannot be read.")
                        : new ProblemException(ProblemType.INTERNAL, "The service failed.");
        };
    }

    private Response response(ProblemException problem, Throwable exception) {
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .type(PROBLEM)
                .entity(Problems.bytes(body(problem)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.etag() != null) response.header(HttpHeaders.ETAG, problem.etag());
        int wait = problem.type().status() == 503 ? Problems.SOON : problem.seconds();
        if (wait > 0) response.header(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"council-registry\"");
        }
        if (exception instanceof WebApplicationException web
                && web.getResponse().getHeaderString("Allow") != null) {
            response.header("Allow", web.getResponse().getHeaderString("Allow"));
        }
        return response.build();
    }

    private Problem body(ProblemException problem) {
        return new Problem(
                problem.type().path(),
                problem.type().title(),
                problem.type().status(),
                problem.detail(),
                request.getRequestURI(),
                String.valueOf(request.getAttribute(Requests.ID)),
                problem.errors(),
                problem.existing(),
                problem.allowed());
    }

    /** Jersey has a mapper of its own for these, unless there is one exactly for them. */
    public static final class Http extends ProblemMapper<WebApplicationException> {}

    /** Everything that has no mapper of its own. */
    public static final class Any extends ProblemMapper<Throwable> {}

    /** What is refused on purpose. */
    public static final class Refused extends ProblemMapper<ProblemException> {}
}

package org.councilregistry.api.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.councilregistry.schema.Problem;
import org.councilregistry.schema.ProblemType;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Problems for what never reaches a resource: malformed HTTP, and whatever Jetty refuses by itself. */
public final class Problems extends ErrorHandler {
    /** After how many seconds a service that could not answer may answer again. */
    static final int SOON = 2;

    /** Lets a browser do nothing with an answer but show it. */
    static final String POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    static byte[] bytes(Problem problem) {
        try {
            return Json.MAPPER.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can always be written", e);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ProblemType type = type(response.getStatus());
        if (response.getStatus() != type.status()) response.setStatus(type.status());
        Object known = request.getAttribute(Requests.ID);
        String id = known == null ? Ids.next().toString() : known.toString();
        Problem problem = new Problem(
                type.path(), type.title(), type.status(), detail(type), null, id, List.of(), null, List.of());
        response.getHeaders().put("X-Request-Id", id);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Content-Security-Policy", POLICY);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        // the server goes on with no connection on which it could not read a request; the caller must not send another
        // there
        if (type == ProblemType.MALFORMED) response.getHeaders().put(HttpHeader.CONNECTION, "close");
        if (type.status() == 503) response.getHeaders().put(HttpHeader.RETRY_AFTER, SOON);
        Content.Sink.write(
                response,
                true,
                StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes(problem))).toString(),
                callback);
        return true;
    }

    private static ProblemType type(int status) {
        return switch (status) {
            case HttpStatus.NOT_FOUND_404 -> ProblemType.NOT_FOUND;
            case HttpStatus.METHOD_NOT_ALLOWED_405 -> ProblemType.METHOD_NOT_ALLOWED;
            case HttpStatus.REQUEST_TIMEOUT_408 -> ProblemType.TOO_SLOW;
            case HttpStatus.PAYLOAD_TOO_LARGE_413 -> ProblemType.TOO_LARGE;
            case HttpStatus.UNSUPPORTED_MEDIA_TYPE_415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case HttpStatus.SERVICE_UNAVAILABLE_503 -> ProblemType.UNAVAILABLE;
            default -> status < 500 ? ProblemType.MALFORMED : ProblemType.INTERNAL;
        };
    }

    private static String detail(ProblemType type) {
        return switch (type) {
            case NOT_FOUND -> "There is nothing at this address. What there is stands in /openapi.json.";
            case MALFORMED -> "The request is not well-formed HTTP, or its address holds ';', '//' or '\\\\'.";
            case TOO_SLOW -> "The body did not arrive within 15 seconds. Send the request again, or less at once.";
            case UNAVAILABLE -> "Too many requests are under way. Try again in a moment.";
            case TOO_LARGE -> "The request is too large. Send less at once.";
            default -> type.title() + ".";
        };
    }
}

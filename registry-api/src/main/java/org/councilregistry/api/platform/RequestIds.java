package org.councilregistry.api.platform;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;

/** Gives each request an id, which the answer carries and every log line of the request. */
public final class RequestIds implements Filter {
    /** Whether any site's script may read the answer: what the public reads, and never what a key gives. */
    private static boolean open(HttpServletRequest request) {
        return Requests.reads(request.getMethod())
                && request.getHeader("Authorization") == null
                && (request.getRequestURI().startsWith("/v1/")
                        || request.getRequestURI().equals("/openapi.json"));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = Ids.next().toString();
        request.setAttribute(Requests.ID, id);
        if (response instanceof HttpServletResponse http) {
            if (request instanceof HttpServletRequest asked && open(asked)) {
                http.setHeader("Access-Control-Allow-Origin", "*");
                http.setHeader("Access-Control-Expose-Headers", "ETag, Link, Retry-After, X-Request-Id");
            }
            http.setHeader("X-Request-Id", id);
            http.setHeader("X-Content-Type-Options", "nosniff");
            http.setHeader("Content-Security-Policy", Problems.POLICY);
        }
        MDC.put(Requests.ID, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(Requests.ID);
        }
    }
}

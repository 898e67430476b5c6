package org.councilregistry.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody with a browser and without a key. */
final class Reader {
    private static final String ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Http http;

    Reader(RunningRegistry registry) {
        http = new Http(registry.address(), null);
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (http.get("/readyz").status() != 200 && System.nanoTime() < deadline) Eventually.pause();
    }

    /** What is at an address. */
    Http.Answer get(String path) {
        return http.get(path, "Accept", ACCEPT);
    }

    /** The page at an address. */
    Document page(String path) {
        return page(get(path), 200);
    }

    /** The page in an answer with this status. */
    static Document page(Http.Answer answer, int status) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        return Jsoup.parse(answer.response().body(), answer.response().uri().toString());
    }

    /** Sends a form. */
    Http.Answer send(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.sendBytes(
                "POST",
                path,
                BodyPublishers.ofString(body),
                "Accept",
                ACCEPT,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    /** The path of a link on a page. */
    static String path(String href) {
        URI uri = URI.create(href);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}

package org.councilregistry.api.fuzz;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What must be so of every answer, whatever was sent. That its status and shape are in the contract is seen by the client that
 * it came through.
 */
final class Monitors {
    /** What only the inside knows. Nothing that the requests are made of has any of it. */
    private static final Pattern INSIDE =
            Pattern.compile("Exception\\b|\\bat (org|java|jakarta)\\.|org\\.postgresql|PSQL|jdbc:|SQLSTATE"
                    + "|syntax error|java\\.(lang|util)|jakarta\\.|org\\.(eclipse|glassfish|jdbi)|insert into"
                    + "|/org/councilregistry|relation \"|violates ");

    private static final Pattern KEY = Pattern.compile("cr[ik]_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}");
    private static final String NOBODYS_KEY = "crk_000000000000_" + "0".repeat(43) + "_000000";

    private final List<String> secrets;

    /** With these texts that no answer may hold. */
    Monitors(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** What is wrong with an answer. */
    List<String> look(Request.Made request, HttpResponse<String> answer) {
        List<String> wrong = new ArrayList<>(headers(request, answer));
        int status = answer.statusCode();
        if (status >= 500) wrong.add("a failure");
        String type = header(answer.headers(), "Content-Type");
        if (status >= 400 && !type.startsWith("application/problem+json")) wrong.add("a refusal that is no problem");
        if (INSIDE.matcher(answer.body()).find()) wrong.add("tells of the inside");
        if (secrets.stream().anyMatch(answer.body()::contains)) wrong.add("tells a secret");
        boolean showsKey = request.operation().makesSecrets() && status == 201;
        String told = answer.body().replace(NOBODYS_KEY, "");
        if (!showsKey && KEY.matcher(told).find()) wrong.add("tells a key or an invitation");
        return wrong.stream()
                .map(what -> what + ": " + status + " to " + shortened(request.sent(), 500) + ": "
                        + shortened(answer.body(), 400))
                .toList();
    }

    private static List<String> headers(Request.Made request, HttpResponse<String> answer) {
        List<String> wrong = new ArrayList<>();
        HttpHeaders headers = answer.headers();
        if (!header(headers, "X-Content-Type-Options").equals("nosniff")) wrong.add("no nosniff");
        String policy = header(headers, "Content-Security-Policy");
        if (!policy.contains("default-src 'none'") || !policy.contains("frame-ancestors 'none'"))
            wrong.add("no policy for browsers");
        if (header(headers, "X-Request-Id").isEmpty()) wrong.add("no request id");
        for (String name :
                List.of("Server", "X-Powered-By", "X-Injected", "Set-Cookie", "Access-Control-Allow-Credentials")) {
            if (!header(headers, name).isEmpty()) wrong.add("a header " + name);
        }
        String location = header(headers, "Location");
        if (!location.isEmpty() && !location.startsWith("/v1/") && !location.startsWith(request.service() + "v1/"))
            wrong.add("sends its caller elsewhere");
        boolean known = request.http().headers().firstValue("Authorization").isPresent();
        if (known && !header(headers, "Cache-Control").contains("no-store")) wrong.add("may be kept by others");
        for (Map.Entry<String, List<String>> header : headers.map().entrySet()) {
            if (header.getValue().stream()
                    .anyMatch(value ->
                            INSIDE.matcher(value).find() || KEY.matcher(value).find()))
                wrong.add("the header " + header.getKey() + " tells of the inside");
        }
        return wrong;
    }

    private static String header(HttpHeaders headers, String name) {
        return headers.firstValue(name).orElse("");
    }

    static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "..." : text;
    }
}

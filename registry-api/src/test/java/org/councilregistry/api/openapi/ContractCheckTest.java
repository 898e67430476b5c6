package org.councilregistry.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.councilregistry.schema.ProblemType;
import org.junit.jupiter.api.Test;

/** A check that never fails would prove nothing. */
class ContractCheckTest {
    private static final ContractCheck CONTRACT = ContractCheck.committed();
    private static final String WHOAMI = "{\"role\": \"public\", \"memberships\": [], \"proposals\": []}";

    private static List<String> faults(String request, int status, String type, String body) {
        String[] words = request.split(" ", 2);
        return CONTRACT.faults(
                new ContractCheck.Answer(words[0], words[1], status, type, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String problem(ProblemType type, int status) {
        return "{\"type\": \"%s\", \"title\": \"t\", \"status\": %d, \"errors\": [], \"allowed\": []}"
                .formatted(type.path(), status);
    }

    @Test
    void whatTheContractSaysPasses() {
        assertThat(faults("GET /v1/whoami", 200, "application/json", WHOAMI)).isEmpty();
        assertThat(faults("HEAD /v1/whoami", 200, "application/json", "")).isEmpty();
        assertThat(faults("GET /v1/organisations/hackney", 304, "", "")).isEmpty();
        assertThat(faults(
                        "GET /v1/organisations/x",
                        404,
                        "application/problem+json",
                        problem(ProblemType.NOT_FOUND, 404)))
                .isEmpty();
        assertThat(faults("GET /help", 200, "text/html", "<p>Help</p>")).isEmpty();
    }

    @Test
    void whatItDoesNotSayIsAFault() {
        assertThat(faults("GET /v1/nowhere", 200, "application/json", "{}")).containsExactly("no such path and method");
        assertThat(faults("DELETE /v1/whoami", 204, "", "")).containsExactly("no such path and method");
        assertThat(faults("GET /v1/whoami", 202, "application/json", WHOAMI)).containsExactly("no such status");
        assertThat(faults("GET /v1/whoami", 200, "text/html", WHOAMI)).containsExactly("no such content type");
        assertThat(faults("GET /v1/whoami", 200, "application/json", "{")).containsExactly("the body is not JSON");
    }

    @Test
    void anAnswerOfAnotherShapeIsAFault() {
        assertThat(faults("GET /v1/whoami", 200, "application/json", "{}")).anyMatch(fault -> fault.contains("role"));
        assertThat(faults(
                        "GET /v1/whoami",
                        200,
                        "application/json",
                        "{\"role\": \"king\", \"memberships\": [], \"proposals\": []}"))
                .hasSize(1);
        assertThat(faults(
                        "GET /v1/whoami",
                        200,
                        "application/json",
                        "{\"role\": \"public\", \"memberships\": [], \"proposals\": [], \"hat\": 1}"))
                .hasSize(1);
        assertThat(faults(
                        "GET /v1/whoami",
                        200,
                        "application/json",
                        "{\"role\": \"public\", \"memberships\": [], \"proposals\": [], \"key\": \"7\"}"))
                .hasSize(1);
        assertThat(faults(
                        "GET /v1/whoami",
                        200,
                        "application/json",
                        "{\"role\": \"public\", \"memberships\": [], \"proposals\": [], \"key\": null}"))
                .hasSize(1);
    }

    @Test
    void aProblemWhoseStatusIsNotItsTypesIsAFault() {
        String conflict = problem(ProblemType.VERSION_CONFLICT, 409);
        assertThat(faults("GET /v1/whoami", 409, "application/problem+json", conflict))
                .containsExactly("version-conflict has the status 412");
        assertThat(faults("GET /v1/whoami", 404, "application/problem+json", problem(ProblemType.NOT_FOUND, 410)))
                .containsExactly("the problem names another status");
        assertThat(faults("GET /v1/whoami", 404, "text/html", "<p>Not here</p>"))
                .containsExactly("a refusal that is no problem");
        assertThat(faults("GET /v1/nowhere", 422, "application/problem+json", problem(ProblemType.INVALID, 422)))
                .containsExactly("no such path and method");
    }

    @Test
    void theClientForTestsRefusesAWrongAnswerAndHandsOnARightOne() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/whoami", exchange -> {
            byte[] body = (exchange.getRequestURI().getQuery() == null
                            ? WHOAMI
                            : "{\"role\": \"king\", \"memberships\": [], \"proposals\": []}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            HttpClient client = new ValidatingHttpClient(HttpClient.newHttpClient());
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/whoami";
            HttpRequest right = HttpRequest.newBuilder(URI.create(address)).build();
            HttpRequest wrong =
                    HttpRequest.newBuilder(URI.create(address + "?wrong")).build();
            HttpResponse<String> answer = client.send(right, BodyHandlers.ofString());
            assertThat(answer.body()).isEqualTo(WHOAMI);
            assertThat(client.sendAsync(right, BodyHandlers.ofInputStream())
                            .get()
                            .body())
                    .hasContent(WHOAMI);
            assertThatThrownBy(() -> client.send(wrong, BodyHandlers.ofString()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("GET /v1/whoami -> 200")
                    .hasMessageContaining("role");
        } finally {
            server.stop(0);
        }
    }
}

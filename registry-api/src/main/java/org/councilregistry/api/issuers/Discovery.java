package org.councilregistry.api.issuers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.councilregistry.api.platform.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks issuers, when the service starts and all at once, whether they are who the configuration says. One that is silent is no
 * fault.
 */
final class Discovery {
    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** In what each of these contradicts its setting, by its name; those that do not are left out. */
    Map<String, String> faults(Map<String, Issuer> issuers) {
        Map<String, CompletableFuture<@Nullable String>> asked = new TreeMap<>();
        issuers.forEach((name, issuer) -> asked.put(name, said(issuer).thenApply(said -> fault(issuer, said))));
        Map<String, String> faults = new TreeMap<>();
        asked.forEach((name, answer) -> {
            String fault = answer.join();
            if (fault != null) faults.put(name, fault);
        });
        return faults;
    }

    private static @Nullable String fault(Issuer issuer, @Nullable JsonNode said) {
        if (said == null) return null;
        String itself = said.path("issuer").asText();
        if (!itself.equals(issuer.issuer())) return "it calls itself '" + itself + "'";
        String jwks = said.path("jwks_uri").asText();
        return jwks.equals(issuer.jwks())
                ? null
                : "its public keys are at '" + jwks + "', not at '" + issuer.jwks() + "'";
    }

    private CompletableFuture<@Nullable JsonNode> said(Issuer issuer) {
        HttpRequest request = HttpRequest.newBuilder(Issuers.discovery(issuer))
                .timeout(PATIENCE)
                .build();
        return http.sendAsync(request, BodyHandlers.ofByteArray())
                .<@Nullable JsonNode>handle((answer, silence) -> read(issuer, answer, silence));
    }

    private static @Nullable JsonNode read(
            Issuer issuer, @Nullable HttpResponse<byte[]> answer, @Nullable Throwable silence) {
        try {
            if (answer != null && answer.statusCode() == 200) return Json.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            LOG.warn("{} answers what is no JSON; the setting is taken as it is", Issuers.discovery(issuer));
            return null;
        }
        if (answer == null) LOG.warn("{} does not answer: nobody new is let in by it: {}", issuer.issuer(), silence);
        else LOG.warn("{} answers {}; the setting is taken as it is", Issuers.discovery(issuer), answer.statusCode());
        return null;
    }
}

package org.councilregistry.api.issuers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.councilregistry.api.platform.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks issuers, when the service starts, whether they are who the configuration says. One that is silent is no fault. */
final class Discovery {
    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** In what an issuer contradicts the setting. */
    @Nullable
    String fault(Issuer issuer) {
        JsonNode said = said(issuer);
        if (said == null) return null;
        String itself = said.path("issuer").asText();
        if (!itself.equals(issuer.issuer())) return "it calls itself '" + itself + "'";
        String jwks = said.path("jwks_uri").asText();
        return jwks.equals(issuer.jwks())
                ? null
                : "its public keys are at '" + jwks + "', not at '" + issuer.jwks() + "'";
    }

    private @Nullable JsonNode said(Issuer issuer) {
        try {
            HttpRequest request = HttpRequest.newBuilder(Issuers.discovery(issuer))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) return Json.MAPPER.readTree(answer.body());
            LOG.warn("{} answers {}; the setting is taken as it is", Issuers.discovery(issuer), answer.statusCode());
        } catch (IOException e) {
            LOG.warn("{} does not answer: nobody new is let in by it until it does", issuer.issuer());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}

package org.councilregistry.api.client;

import java.net.http.HttpClient;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.openapi.ValidatingHttpClient;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;

/** Clients of a running service, whose answers are held against the contract. */
final class Clients {
    private Clients() {}

    static RegistryClient of(RunningRegistry registry, Role role, @Nullable Organisation organisation) {
        return RegistryClient.builder(registry.address())
                .apiKey(registry.key(role, organisation))
                .httpClient(new ValidatingHttpClient(HttpClient.newHttpClient()))
                .build();
    }

    static InitiativeDraft draft(Organisation council, String title) {
        return InitiativeDraftBuilder.builder()
                .organisation(council.slug())
                .title(title)
                .summary(title + ", in two sentences.")
                .phase(Phase.ALPHA)
                .build();
    }
}

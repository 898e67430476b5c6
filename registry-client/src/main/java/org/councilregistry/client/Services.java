package org.councilregistry.client;

import java.util.Map;
import java.util.stream.Stream;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Http;
import org.councilregistry.schema.Service;

/** The vocabulary of services. */
public final class Services {
    private static final String PATH = "/v1/services";
    private final Http http;

    Services(Http http) {
        this.http = http;
    }

    /** Reads one service by its code, such as {@code lgsl:524}. */
    public Service get(String code) {
        return http.send(Call.get(PATH + "/" + Call.escape(code)), ClientJson.type(Service.class));
    }

    /** All services. */
    public Stream<Service> stream() {
        return Lists.stream(http, PATH, Map.of(), Service.class);
    }

    /** Services with this in their label or a synonym. */
    public Stream<Service> find(String part) {
        return Lists.stream(http, PATH, Map.of("q", part), Service.class);
    }
}

package org.councilregistry.api.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One operation of the contract.
 *
 * @param method how it is called
 * @param path where, such as {@code /v1/initiatives/{ref}}
 * @param described what it takes
 */
record Operation(String method, String path, JsonNode described) {

    /** Every operation of a contract, but the one after which a key has nothing more to say. */
    static List<Operation> of(JsonNode contract) {
        List<Operation> all = new ArrayList<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> all.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        all.removeIf(operation -> operation.path().equals("/v1/whoami/revoke"));
        return all;
    }

    /** The noun that it is about. */
    String noun() {
        return path.split("/", -1)[2];
    }

    /** Whether its answer shows a new key or invitation, this once. */
    boolean makesSecrets() {
        return method.equals("POST") && (path.equals("/v1/keys") || path.equals("/v1/members"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

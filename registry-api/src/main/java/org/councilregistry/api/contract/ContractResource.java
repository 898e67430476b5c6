package org.councilregistry.api.contract;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.schema.Entity;

/** The contract, as YAML and as JSON. */
@Path("/")
public final class ContractResource {
    private static final String FILE = "openapi.yaml";

    private final byte[] yaml;
    private final byte[] json;

    /** Reads the contract that came with the nouns. */
    public ContractResource() {
        try (InputStream stream = Entity.class.getResourceAsStream(FILE)) {
            if (stream == null) throw new IllegalStateException("the build has left out " + FILE);
            yaml = stream.readAllBytes();
            json = new YAMLMapper().readTree(yaml).toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contract as YAML. */
    @GET
    @Path("/openapi.yaml")
    @Produces("application/yaml")
    @Allows(Action.READ)
    public byte[] yaml() {
        return yaml.clone();
    }

    /** The contract as JSON. */
    @GET
    @Path("/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Allows(Action.READ)
    public byte[] json() {
        return json.clone();
    }
}

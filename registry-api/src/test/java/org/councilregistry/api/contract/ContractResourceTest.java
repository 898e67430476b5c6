package org.councilregistry.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.openapi.Resources;
import org.junit.jupiter.api.Test;

/** The service serves the contract that it keeps. */
class ContractResourceTest {
    private final Http anybody = new Http(RunningRegistry.shared().address(), null);

    @Test
    void theContractIsServedAsItIsAndAsJson() throws IOException {
        Http.Answer yaml = anybody.get("/openapi.yaml");
        assertThat(yaml.header("Content-Type")).isEqualTo("application/yaml");
        assertThat(new YAMLMapper()
                        .readTree(yaml.response().body())
                        .at("/info/title")
                        .asText())
                .isEqualTo("Council Registry");
        Http.Answer json = anybody.get("/openapi.json");
        assertThat(json.header("Content-Type")).isEqualTo("application/json");
        assertThat(json.json())
                .isEqualTo(new YAMLMapper().readTree(yaml.response().body()));
        assertThat(Files.readString(Resources.root().resolve("schema/openapi.yaml")))
                .startsWith("# Generated");
    }
}

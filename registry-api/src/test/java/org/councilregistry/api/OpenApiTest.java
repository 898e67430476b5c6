package org.councilregistry.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.councilregistry.api.openapi.ContractRules;
import org.councilregistry.api.openapi.OpenApiGenerator;
import org.councilregistry.api.openapi.Resources;
import org.junit.jupiter.api.Test;

/** The contract that is committed is what the code says. */
class OpenApiTest {
    private static final Path FILE = Resources.root().resolve("schema/openapi.yaml");

    @Test
    void theContractIsWhatTheCodeSays() throws IOException {
        String said = OpenApiGenerator.yaml(Resources.ours());
        if (Boolean.getBoolean("openapi.write")) Files.writeString(FILE, said);
        String committed = Files.exists(FILE) ? Files.readString(FILE) : "";
        if (!committed.equals(said)) {
            fail("schema/openapi.yaml is not what the code says. Write it anew and read the diff:\n\n"
                    + "    mvn verify -Dopenapi.write=true\n\n"
                    + difference(committed.lines().toList(), said.lines().toList()));
        }
        assertThat(said).contains("openapi: 3.1.0");
    }

    @Test
    void theContractIsValid() throws IOException {
        assertThat(ContractRules.faults(new YAMLMapper().readTree(Files.readString(FILE))))
                .isEmpty();
    }

    @Test
    void aContractThatIsNotValidIsFound() throws IOException {
        String committed = Files.readString(FILE);
        String broken = committed
                .replaceFirst("schemas/OrganisationPage\\b", "schemas/Organisation-Page")
                .replaceFirst("type: object", "type: objekt")
                .replaceFirst("operationId: keys.list", "operationId: keys.create");
        assertThat(ContractRules.faults(new YAMLMapper().readTree(broken))).hasSizeGreaterThanOrEqualTo(3);
    }

    /** The lines between the common beginning and the common end. */
    private static String difference(List<String> committed, List<String> said) {
        int mismatch = Arrays.mismatch(committed.toArray(), said.toArray());
        int end = 0;
        while (end < Math.min(committed.size(), said.size()) - mismatch
                && committed.get(committed.size() - 1 - end).equals(said.get(said.size() - 1 - end))) {
            end++;
        }
        StringBuilder shown = new StringBuilder("at line " + (mismatch + 1) + ":\n");
        committed.subList(mismatch, committed.size() - end).stream()
                .limit(40)
                .forEach(l -> shown.append("- ").append(l).append('\n'));
        said.subList(mismatch, said.size() - end).stream()
                .limit(40)
                .forEach(l -> shown.append("+ ").append(l).append('\n'));
        return shown.toString();
    }
}

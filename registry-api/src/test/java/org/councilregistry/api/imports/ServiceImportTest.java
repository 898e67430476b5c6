package org.councilregistry.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A list of services is the whole vocabulary, so these tests have a registry of their own. */
class ServiceImportTest {
    private static RunningRegistry registry;
    private static Http http;

    @BeforeAll
    static void open() {
        registry = RunningRegistry.byWordsAlone();
        http = new Http(registry.address(), null);
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    private static ImportReport load(String file) {
        return load(file.getBytes(StandardCharsets.UTF_8));
    }

    private static ImportReport load(byte[] file) {
        return registry.wiring().serviceImport().run(file, line -> {});
    }

    private static JsonNode service(String code) {
        return http.get("/v1/services/" + code).json();
    }

    @Test
    void aServiceIsFoundByItsCodeWithOrWithoutTheScheme() {
        load("LGSL,Description,Providing Tier\n90524,Find out about bins,district/unitary\n90525,All of it,all\n");
        assertThat(service("lgsl:90524")).isEqualTo(service("90524"));
        assertThat(service("90524").path("tiers")).extracting(JsonNode::asText).containsExactly("district", "unitary");
        assertThat(service("90525").path("tiers"))
                .extracting(JsonNode::asText)
                .containsExactly("county", "district", "unitary");
        assertThat(http.get("/v1/services/99999").status()).isEqualTo(404);
    }

    @Test
    void aServiceIsFoundByWhatPeopleCallIt() {
        load("LGSL,Description,Synonyms\n91001,Household waste,missed bin; Rubbish day;missed BIN\n");
        assertThat(service("91001").path("synonyms"))
                .extracting(JsonNode::asText)
                .containsExactly("missed bin", "Rubbish day");
        assertThat(http.get("/v1/services?q=missed%20bin").json().path("items"))
                .extracting(s -> s.path("code").asText())
                .contains("lgsl:91001");
    }

    @Test
    void aListOfSynonymsAloneAddsThem() {
        load("LGSL,Description,Providing Tier\n91101,Household waste,all\n");
        load("LGSL,Synonyms\n91101,missed bin\n91102,nobody\n");
        assertThat(service("91101").path("label").asText()).isEqualTo("Household waste");
        assertThat(service("91101").path("tiers")).hasSize(3);
        assertThat(service("91101").path("synonyms"))
                .extracting(JsonNode::asText)
                .containsExactly("missed bin");
        assertThat(http.get("/v1/services/91102").status()).isEqualTo(404);
    }

    @Test
    void anotherListGivesItsLabelAndTheOneBeforeIsASynonym() {
        load("LGSL,Description,Providing Tier\n91201,Find out about the bins,all\n");
        String other = "Identifier,Label,Description,\r\n91201,\"Waste\u00A0collection \",\"two\r\nlines\",\r\n";
        assertThat(load(other).updated()).isEqualTo(1);
        assertThat(service("91201").path("label").asText()).isEqualTo("Waste collection");
        assertThat(service("91201").path("synonyms"))
                .extracting(JsonNode::asText)
                .containsExactly("Find out about the bins");
        assertThat(service("91201").path("tiers")).hasSize(3);
        assertThat(load(other).unchanged()).isEqualTo(1);
        assertThat(http.get("/v1/services/91201/history").json().path("items")).hasSize(2);
    }

    @Test
    void aRetiredCodeStaysWithItsLastDay() {
        load("""
                lgsl,description,providing_tier,first_seen,last_seen,current
                91301,Old,all,2012-02-13,2015-03-20,false
                91302,New,all,2012-02-13,2025-07-02,true
                """);
        assertThat(service("91301").path("validTo").asText()).isEqualTo("2015-03-20");
        assertThat(service("91302").path("validFrom").asText()).isEqualTo("2012-02-13");
        assertThat(service("91302").has("validTo")).isFalse();
        ImportReport later = load("LGSL,Description,Providing Tier\n91303,Newest,all\n");
        assertThat(later.missingInSource()).contains("lgsl:91302").doesNotContain("lgsl:91301", "lgsl:91303");
        assertThat(service("91302").path("label").asText()).isEqualTo("New");
    }

    @Test
    void aBrokenRowIsRefusedByItsLineAndDoesNotStopTheOthers() {
        ImportReport report = load("""
                LGSL,Description,Providing Tier
                91401,First,all
                ,No code,all
                bins,No number,all
                91402,,all
                91401,Twice,all
                91403,a,b,c
                91404,Last,all
                """);
        assertThat(report.created()).isEqualTo(2);
        assertThat(report.refused()).extracting(ImportReport.Line::line).containsExactly(3, 4, 5, 6, 7);
    }

    @Test
    void theRealListsAreTakenWholeAndASecondTimeChangeNothing() {
        byte[] full = SharedData.file("services/esd-services-v4.csv");
        byte[] history = SharedData.file("services/lgsl-govuk-with-history.csv");
        byte[] current = SharedData.file("services/lgsl-govuk-current.csv");
        assertThat(load(history).created()).isEqualTo(276);
        assertThat(load(history).unchanged()).isEqualTo(276);
        assertThat(load(current).unchanged()).isEqualTo(117);
        ImportReport first = load(full);
        assertThat(first.created() + first.updated() + first.unchanged()).isEqualTo(1519);
        assertThat(first.refused()).isEmpty();
        assertThat(load(full).unchanged()).isEqualTo(1519);
        assertThat(service("137").path("label").asText()).isEqualTo("Disabled facilities grant");
        assertThat(service("524").path("label").asText()).isEqualTo("Household waste collection");
        assertThat(http.get("/v1/services/1788").status()).isEqualTo(200);
    }
}

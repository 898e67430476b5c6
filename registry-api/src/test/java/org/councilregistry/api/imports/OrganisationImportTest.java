package org.councilregistry.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.organisations.OrganisationService;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.successions.SuccessionService;
import org.councilregistry.schema.Identifier;
import org.councilregistry.schema.OrganisationDraftBuilder;
import org.councilregistry.schema.OrganisationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list speaks of the whole country, so these tests have a registry of their own. */
class OrganisationImportTest {
    private static final String HEADER =
            "local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,nation,"
                    + "local-authority-type,county-la,combined-authority,alt-names,former-gss-codes,gov-uk-slug,os\n";

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
        return registry.wiring().organisationImport().run(file.getBytes(StandardCharsets.UTF_8), line -> {});
    }

    private static JsonNode organisation(String ref) {
        return http.get("/v1/organisations/" + ref).json();
    }

    private static List<String> texts(JsonNode list) {
        return list.findValuesAsText("name");
    }

    private static OrganisationService organisations() {
        return new OrganisationService(databases(), new EventService(), record -> {});
    }

    private static Databases databases() {
        return registry.wiring().databases();
    }

    @Test
    void aRowBecomesAnOrganisationWithAllItsNamesAndCodes() {
        ImportReport report = load(HEADER
                + "ZA1,Zealby City Council,Zealby,E06990001,1996-04-01,,,England,UA,,,\"Zealby,zealby,City of Zealby\","
                + "E06990000,zealby,7000000000025480.0\n");
        assertThat(report.created()).isEqualTo(1);
        JsonNode council = organisation("local-authority:ZA1");
        assertThat(council.path("slug").asText()).isEqualTo("zealby");
        assertThat(council.path("kind").asText()).isEqualTo("unitary");
        assertThat(council.path("country").asText()).isEqualTo("GB");
        assertThat(council.path("otherNames")).extracting(JsonNode::asText).containsExactly("Zealby", "City of Zealby");
        assertThat(council.path("identifiers"))
                .extracting(
                        i -> i.path("scheme").asText() + ":" + i.path("value").asText())
                .containsExactly(
                        "local-authority:ZA1", "gss:E06990001", "gss:E06990000", "govuk:zealby", "os:7000000000025480");
    }

    @Test
    void organisationsNameEachOtherInAnyOrder() {
        ImportReport report = load(HEADER
                + "ZBC,Zb Combined County Authority,Zb,,2024-01-01,,,England,COMB,,,,,,\n"
                + "ZBD,Zb District Council,Zb North,,,,,England,NMD,ZBK,ZBC,,,,\n"
                + "ZBK,Zb County Council,Zb County,,,,,England,CTY,,ZBC,,,,\n");
        assertThat(report.refused()).isEmpty();
        assertThat(organisation("local-authority:ZBD")
                        .path("parent")
                        .path("slug")
                        .asText())
                .isEqualTo("zb-county-council");
        JsonNode authority = organisation("local-authority:ZBC");
        assertThat(authority.path("kind").asText()).isEqualTo("combined-county-authority");
        assertThat(texts(authority.path("members"))).containsExactly("Zb County Council", "Zb District Council");
        assertThat(authority.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void whoReplacedWhomIsASuccessionWithItsKindAndDay() {
        load(HEADER
                + "ZC1,Zc One Council,,,,2023-03-31,ZC9,England,NMD,,,,,,\n"
                + "ZC2,Zc Two Council,,,,2023-03-31,\"ZC8,ZC9\",England,CTY,,,,,,\n"
                + "ZC8,Zc Eight Council,,,2023-04-01,,,England,UA,,,,,,\n"
                + "ZC9,Zc Nine Council,,,2023-04-01,,,England,UA,,,,,,\n"
                + "ZC7,Zc Seven Council,,,,2021-04-01,ZC1,England,NMD,,,,,,\n");
        assertThat(http.get("/v1/successions?organisation=local-authority:ZC9")
                        .json()
                        .path("items"))
                .extracting(s -> s.path("predecessor").path("name").asText() + " "
                        + s.path("kind").asText() + " " + s.path("effectiveOn").asText())
                .containsExactlyInAnyOrder("Zc One Council merger 2023-04-01", "Zc Two Council split 2023-04-01");
        assertThat(http.get("/v1/successions?organisation=local-authority:ZC7")
                        .json()
                        .path("items"))
                .extracting(s ->
                        s.path("kind").asText() + " " + s.path("effectiveOn").asText())
                .containsExactly("continuing 2021-04-01");
        assertThat(organisation("local-authority:ZC1").path("state").asText()).isEqualTo("dissolved");
        assertThat(organisation("local-authority:ZC1").path("endedOn").asText()).isEqualTo("2023-04-01");
    }

    @Test
    void aCouncilThatIsToComeIsThereAlready() {
        LocalDate ahead = LocalDate.now(ZoneId.of("Europe/London")).plusYears(2);
        load(HEADER + "ZD1,Zd Council,,," + ahead + ",,,England,UA,,,,,,\n");
        assertThat(organisation("local-authority:ZD1").path("state").asText()).isEqualTo("future");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String file = HEADER
                + "ZE1,Ze Council,Ze,E06990010,,,,England,UA,,ZEC,\"Ze, City of,ze\",E06990011,ze,4.0\n"
                + "ZE0,Ze Old Council,,,,2020-03-31,ZE1,England,NMD,,,,,,\n"
                + "ZEC,Ze Combined Authority,,,,,,England,COMB,,,,,,\n";
        assertThat(load(file).created()).isEqualTo(3);
        ImportReport again = load(file);
        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(again.created() + again.updated()).isZero();
        assertThat(organisation("local-authority:ZEC").path("version").asInt()).isEqualTo(1);
    }

    @Test
    void aRenamedCouncilIsFoundUnderItsOldNameAndKeepsWhatTheListDoesNotSay() {
        organisations()
                .register(
                        Caller.system("test"),
                        OrganisationDraftBuilder.builder()
                                .name("Zf District Council")
                                .kind(OrganisationKind.NON_METROPOLITAN_DISTRICT)
                                .homepage("https://zf.example")
                                .identifiers(List.of(
                                        new Identifier("gss", "E07990001", null, null),
                                        new Identifier("own", "77", null, null)))
                                .build());
        ImportReport report = load(HEADER + "ZF1,Zf Borough Council,,E07990001,,,,England,NMD,,,,,,\n");
        assertThat(report.updated()).isEqualTo(1);
        JsonNode council = organisation("local-authority:ZF1");
        assertThat(council.path("name").asText()).isEqualTo("Zf Borough Council");
        assertThat(council.path("otherNames")).extracting(JsonNode::asText).containsExactly("Zf District Council");
        assertThat(council.path("homepage").asText()).isEqualTo("https://zf.example");
        assertThat(council.path("slug").asText()).isEqualTo("zf-district-council");
        assertThat(council.path("identifiers"))
                .extracting(i -> i.path("scheme").asText())
                .containsExactly("local-authority", "gss", "own");
    }

    @Test
    void aBrokenRowIsRefusedByItsLineAndDoesNotStopTheOthers() {
        ImportReport report = load(HEADER
                + "ZG1,Zg One Council,,,,,,England,UA,,,,,,\n"
                + "ZG2,,,,,,,England,UA,,,,,,\n"
                + "ZG3,Zg Three Council,,,,,,England,MOON,,,,,,\n"
                + "ZG4,Zg Four Council,,,31/02/2020,,,England,UA,,,,,,\n"
                + "ZG5," + "x".repeat(201) + ",,,,,,England,UA,,,,,,\n"
                + "ZG1,Zg Again Council,,,,,,England,UA,,,,,,\n"
                + "ZG7,Zg Seven Council,,,,,,England,UA,ZG7,,,,,\n"
                + "ZG8,Zg Eight, Council,,,,,,England,UA,,,,,,\n");
        assertThat(report.created()).isEqualTo(2);
        assertThat(report.refused()).extracting(ImportReport.Line::line).containsExactly(3, 4, 5, 6, 7, 9);
        assertThat(report.refused().get(1).text()).contains("'MOON'", "COMB", "UA");
        assertThat(report.refused().get(3).text()).contains("201 characters");
        assertThat(report.refused().get(4).text()).contains("line 2");
        assertThat(report.notes()).extracting(ImportReport.Line::line).containsExactly(8);
    }

    @Test
    void whatTheListNoLongerHasIsReportedAndStays() {
        load(HEADER + "ZH1,Zh Council,,,,,,England,UA,,,,,,\n");
        ImportReport report = load(HEADER + "ZH2,Zh Other Council,,,,,,England,UA,,,,,,\n");
        assertThat(report.missingInSource()).contains("ZH1").doesNotContain("ZH2");
        assertThat(organisation("local-authority:ZH1").path("state").asText()).isEqualTo("active");
    }

    @Test
    void aFileMayLackColumns() {
        load(HEADER + "ZI1,Zi Council,,,2001-04-01,,,Wales,WPA,,,,,,\n");
        ImportReport report = load("local-authority-code,official-name,local-authority-type\nZI1,Zi Council,WPA\n");
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(organisation("local-authority:ZI1").path("nation").asText()).isEqualTo("Wales");
    }

    @Test
    void theRealListIsTakenWholeAndASecondTimeChangesNothing() {
        byte[] file = SharedData.file("councils/uk_local_authorities.csv");
        try (RunningRegistry empty = RunningRegistry.byWordsAlone()) {
            ImportReport first = run(empty, file);
            assertThat(first.created()).isEqualTo(470);
            assertThat(first.refused()).isEmpty();
            assertThat(first.notes()).extracting(ImportReport.Line::text).anyMatch(note -> note.contains("Sir Ynys"));
            ImportReport second = run(empty, file);
            assertThat(second.unchanged()).isEqualTo(470);
            check(new Http(empty.address(), null));
        }
    }

    private static ImportReport run(RunningRegistry empty, byte[] file) {
        OrganisationService service =
                new OrganisationService(empty.wiring().databases(), new EventService(), record -> {});
        return new OrganisationImport(
                        empty.wiring().databases(),
                        service,
                        new SuccessionService(new EventService()),
                        () -> LocalDate.of(2025, 7, 10))
                .run(file, line -> {});
    }

    private static void check(Http http) {
        assertThat(http.get("/v1/organisations?state=dissolved&total=true")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(73);
        JsonNode successions = http.get("/v1/successions?limit=200").json().path("items");
        assertThat(successions).hasSize(50);
        assertThat(successions)
                .filteredOn(s -> s.path("kind").asText().equals("split"))
                .hasSize(4);
        assertThat(http.get("/v1/organisations/gss:E08000025")
                        .json()
                        .path("slug")
                        .asText())
                .isEqualTo("birmingham");
        assertThat(http.get("/v1/organisations/local-authority:GLA").json().path("members"))
                .hasSize(33);
        assertThat(http.get("/v1/organisations/local-authority:KHL")
                        .json()
                        .path("name")
                        .asText())
                .contains("Hull");
        assertThat(http.get("/v1/organisations/somerset").status()).isEqualTo(422);
        assertThat(http.get("/v1/organisations/bristol,%20city%20of")
                        .json()
                        .path("slug")
                        .asText())
                .isEqualTo("bristol");
    }
}

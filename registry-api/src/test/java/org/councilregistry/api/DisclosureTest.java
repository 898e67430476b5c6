package org.councilregistry.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.councilregistry.schema.Event;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.MatchedInitiative;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.Own;
import org.councilregistry.schema.Role;
import org.councilregistry.schema.Sector;
import org.junit.jupiter.api.Test;

/** What is private is planted everywhere, and looked for in every public answer. */
class DisclosureTest {
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Organisation council = registry.council();
    private final Http editor = new Http(registry.address(), registry.key(Role.EDITOR, council));
    private final Http viewer = new Http(registry.address(), registry.key(Role.VIEWER, registry.council()));
    private final Http anybody = new Http(registry.address(), null);
    private final String marker = "planted" + System.nanoTime();

    private String publish(String externalId, String more) {
        String body = "{\"title\":\"Bins\",\"summary\":\"About bins.\",\"phase\":\"alpha\"" + more + "}";
        Http.Answer answer =
                editor.send("PUT", "/v1/organisations/" + council.slug() + "/initiatives/" + externalId, body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().path("initiative").path("id").asText();
    }

    private List<String> everyAnswer(Http reader, String id) {
        List<String> paths = new ArrayList<>(List.of(
                "/v1/initiatives/" + id,
                "/v1/initiatives/" + id + "/history",
                "/v1/initiatives/" + id + "/phases",
                "/v1/initiatives/" + id + "/participants",
                "/v1/initiatives/" + id + "/outcomes",
                "/v1/initiatives?organisation=" + council.slug() + "&limit=200",
                "/v1/initiatives?sort=updated&limit=200",
                "/v1/organisations/" + council.slug(),
                "/v1/organisations/" + council.slug() + "/history",
                "/v1/outcomes?organisation=" + council.slug(),
                "/v1/components?organisation=" + council.slug(),
                "/v1/keys"));
        List<String> answers = new ArrayList<>();
        for (String path : paths)
            answers.add(path + " " + reader.get(path).response().body());
        long after = 0;
        for (boolean more = true; more; ) {
            JsonNode page = reader.get("/v1/events?limit=1000&after=" + after).json();
            answers.add("/v1/events " + page);
            after = page.path("next").asLong();
            more = page.path("more").asBoolean();
        }
        return answers;
    }

    @Test
    void contactsAndExactBudgetsAppearInNoPublicAnswer() {
        String id = publish(
                "a",
                ",\"contact\":{\"name\":\"" + marker + "\",\"role\":\"" + marker + "\",\"email\":\"" + marker
                        + "@example.org\"},\"budget\":{\"amount\":48151623.42,\"currency\":\"GBP\"}");
        publish("a", ",\"tags\":[\"changed\"]");
        assertThat(viewer.get("/v1/initiatives/" + id).response().body()).contains(marker, "48151623.42");
        assertThat(viewer.get("/v1/initiatives/" + id)
                        .json()
                        .path("contact")
                        .path("email")
                        .asText())
                .contains(marker);
        for (String answer : everyAnswer(anybody, id)) {
            assertThat(answer).doesNotContain(marker).doesNotContain("48151623");
        }
    }

    @Test
    void whatIsKeptToPublicBodiesAppearsInNoPublicAnswer() {
        String id = publish("b", ",\"visibility\":\"sector\",\"problem\":\"" + marker + "\"");
        assertThat(viewer.get("/v1/initiatives/" + id).response().body()).contains(marker);
        for (String answer : everyAnswer(anybody, id)) assertThat(answer).doesNotContain(marker);
    }

    @Test
    void whatIsKeptToTheOrganisationAppearsToNobodyElse() {
        String id = publish("c", ",\"visibility\":\"organisation\",\"problem\":\"" + marker + "\"");
        assertThat(editor.get("/v1/initiatives/" + id).response().body()).contains(marker);
        for (String answer : everyAnswer(anybody, id)) assertThat(answer).doesNotContain(marker);
        for (String answer : everyAnswer(viewer, id)) assertThat(answer).doesNotContain(marker);
    }

    @Test
    void aDraftAppearsToNobodyElseAlsoAfterItWasPublished() {
        String draft = "{\"organisation\":\"" + council.slug() + "\",\"title\":\"" + marker
                + "\",\"summary\":\"s\",\"phase\":\"alpha\"}";
        Http.Answer made = editor.send("POST", "/v1/initiatives", draft);
        String id = made.json().path("id").asText();
        for (String answer : everyAnswer(anybody, id)) assertThat(answer).doesNotContain(marker);
        for (String answer : everyAnswer(viewer, id)) assertThat(answer).doesNotContain(marker);
        Http.Answer renamed =
                editor.send("PATCH", "/v1/initiatives/" + id, "{\"title\":\"Bins\"}", "If-Match", made.header("ETag"));
        editor.send("POST", "/v1/initiatives/" + id + "/publish", null, "If-Match", renamed.header("ETag"));
        assertThat(anybody.get("/v1/initiatives/" + id).status()).isEqualTo(200);
        for (String answer : everyAnswer(anybody, id)) assertThat(answer).doesNotContain(marker);
    }

    @Test
    void whatWasNarrowedIsGoneFromOldEventsAndItsReadersAreTold() {
        String id = publish("d", ",\"problem\":\"" + marker + "\"");
        assertThat(anybody.get("/v1/initiatives/" + id).response().body()).contains(marker);
        publish("d", ",\"visibility\":\"organisation\"");
        List<String> answers = everyAnswer(anybody, id);
        for (String answer : answers) assertThat(answer).doesNotContain(marker);
        assertThat(answers).anyMatch(a -> a.contains("initiative.hidden") && a.contains(id));
    }

    @Test
    void mailDomainsAreForPublicBodies() {
        Http admin = new Http(registry.address(), registry.key(Role.SECTOR_ADMIN, null));
        String made = admin.send(
                        "POST",
                        "/v1/organisations",
                        "{\"name\":\"" + marker + "x\",\"kind\":\"other\",\"emailDomains\":[\"" + marker
                                + ".example\"]}")
                .json()
                .path("slug")
                .asText();
        assertThat(viewer.get("/v1/organisations/" + made).response().body()).contains(marker + ".example");
        assertThat(anybody.get("/v1/organisations/" + made).response().body()).doesNotContain(marker + ".example");
        assertThat(anybody.get("/v1/organisations/" + made + "/history")
                        .response()
                        .body())
                .doesNotContain(marker + ".example");
    }

    @Test
    void aSupplierReadsAsThePublicDoes() {
        Organisation supplier = registry.organisation(OrganisationKind.SUPPLIER);
        Http reader = new Http(registry.address(), registry.key(Role.VIEWER, supplier));
        String id = publish("e", ",\"contact\":{\"email\":\"" + marker + "@example.org\"}");
        assertThat(reader.get("/v1/initiatives/" + id).response().body()).doesNotContain(marker);
    }

    /** A new private component needs its marker above; this list is what those tests plant. */
    @Test
    void everyPrivateComponentIsPlanted() {
        List<String> found = new ArrayList<>();
        for (Class<?> noun : List.of(Initiative.class, Organisation.class, MatchedInitiative.class, Event.class)) {
            for (RecordComponent c : noun.getRecordComponents()) {
                if (c.isAnnotationPresent(Sector.class) || c.isAnnotationPresent(Own.class)) {
                    found.add(noun.getSimpleName() + "." + c.getName());
                }
            }
        }
        assertThat(found)
                .containsExactlyInAnyOrder(
                        "Initiative.contact",
                        "Initiative.budget",
                        "Organisation.emailDomains",
                        "MatchedInitiative.contact",
                        "Event.actor");
    }
}

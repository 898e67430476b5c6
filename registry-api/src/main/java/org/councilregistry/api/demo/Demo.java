package org.councilregistry.api.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.councilregistry.api.components.ComponentDao;
import org.councilregistry.api.components.ComponentService;
import org.councilregistry.api.imports.ImportReport;
import org.councilregistry.api.imports.OrganisationImport;
import org.councilregistry.api.imports.ServiceImport;
import org.councilregistry.api.initiatives.PublishService;
import org.councilregistry.api.keys.KeyService;
import org.councilregistry.api.organisations.OrganisationDao;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.outcomes.OutcomeDao;
import org.councilregistry.api.outcomes.OutcomeService;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Json;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Standing;
import org.councilregistry.api.platform.Text;
import org.councilregistry.schema.ComponentDraft;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.Origin;
import org.councilregistry.schema.OutcomeDraft;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;

/** Fills an empty registry with the demonstration's data. Stopped half-way and started again, it goes on. */
public final class Demo {
    private static final List<String> KEYS_FOR = List.of("leeds", "hackney", "bristol");

    private final Parts parts;
    private final Consumer<String> progress;

    /** What the demonstration is made with. */
    public record Parts(
            OrganisationImport organisations,
            ServiceImport services,
            PublishService publishing,
            ComponentService components,
            ComponentDao componentDao,
            OutcomeService outcomes,
            OutcomeDao outcomeDao,
            OrganisationLookup lookup,
            KeyService keys) {}

    /** Fills by these, and says how far it has come. */
    public Demo(Parts parts, Consumer<String> progress) {
        this.parts = parts;
        this.progress = progress;
    }

    /**
     * Fills the registry unless an earlier start has, and leaves the keys in {@code demo-keys.json}.
     *
     * @param folder the data folder
     * @param empty whether to leave out councils and their work
     */
    public DemoKeys fill(Path folder, URI baseUrl, boolean empty) throws IOException {
        Path file = folder.resolve("demo-keys.json");
        DemoKeys keys = DemoKeys.read(file, baseUrl);
        if (keys == null) {
            if (!empty) load();
            keys = DemoKeys.make(parts.keys(), baseUrl, empty ? List.of() : KEYS_FOR);
        }
        keys.write(file);
        return keys;
    }

    private void load() throws IOException {
        whole(parts.organisations().run(resource("councils.csv"), line -> {}));
        whole(parts.services().run(resource("services.csv"), line -> {}));
        List<JsonNode> work = lines("initiatives.jsonl");
        for (int i = 0; i < work.size(); i++) {
            initiative((ObjectNode) work.get(i));
            if ((i + 1) % 50 == 0) progress.accept("demonstration: " + (i + 1) + " of " + work.size() + " initiatives");
        }
        for (JsonNode component : lines("components.jsonl")) component(component);
    }

    /** The lists that come with the service are taken whole, or they are at fault. */
    private static void whole(ImportReport report) {
        if (!report.refused().isEmpty()) throw new IllegalStateException("refused: " + report.refused());
    }

    /** Publishes one piece of work phase by phase, as its council would have over the years. */
    private void initiative(ObjectNode members) throws IOException {
        JsonNode earlier = members.remove("phases");
        JsonNode outcomes = members.remove("outcomes");
        String externalId = members.remove("externalId").asText();
        OrganisationDao.Found council =
                parts.lookup().required(members.remove("organisation").asText(), "/organisation");
        Caller editor = editor(council);
        JsonNode steps = earlier == null ? Json.MAPPER.createArrayNode() : earlier;
        for (JsonNode step : steps) {
            ObjectNode then = members.deepCopy();
            then.remove(List.of("phase", "phaseSince", "phaseNote", "learning"));
            then.set("phase", step.get("phase"));
            then.set("phaseSince", step.get("startedOn"));
            if (step.hasNonNull("note")) then.set("phaseNote", step.get("note"));
            if (step.hasNonNull("learning")) then.set("learning", step.get("learning"));
            if (!reached(editor, council, externalId, then)) return;
        }
        Initiative made = publish(editor, council, externalId, members);
        boolean none = parts.outcomeDao()
                .list(new OutcomeDao.Filter(made.id(), null, null, null, null), new UUID(0, 0), 1, editor)
                .isEmpty();
        if (outcomes == null || !none) return;
        for (JsonNode outcome : outcomes) {
            ((ObjectNode) outcome).put("initiative", made.id().toString());
            parts.outcomes().register(editor, Json.MAPPER.treeToValue(outcome, OutcomeDraft.class));
        }
    }

    /** Whether this phase was entered now; not when an earlier start has taken the work beyond it. */
    private boolean reached(Caller editor, OrganisationDao.Found council, String externalId, ObjectNode then) {
        try {
            publish(editor, council, externalId, then);
            return true;
        } catch (ProblemException e) {
            if (e.type() == ProblemType.INVALID && e.detail().startsWith("The phase before")) return true;
            throw e;
        }
    }

    private Initiative publish(Caller editor, OrganisationDao.Found council, String externalId, ObjectNode members) {
        PublishService.Ask ask = new PublishService.Ask(council.slug(), externalId, null, true, false, Origin.FORM);
        return parts.publishing().store(editor, ask, new Patch(members)).initiative();
    }

    private void component(JsonNode members) throws IOException {
        OrganisationDao.Found owner =
                parts.lookup().required(members.path("organisation").asText(), "/organisation");
        boolean known = parts.componentDao()
                .findBySlug(Text.slug(members.path("name").asText()), editor(owner))
                .isPresent();
        if (known) return;
        try {
            parts.components().register(editor(owner), Json.MAPPER.treeToValue(members, ComponentDraft.class));
        } catch (ProblemException e) {
            if (e.type() != ProblemType.ALREADY_REGISTERED) throw e;
        }
    }

    private static Caller editor(OrganisationDao.Found council) {
        OrganisationRef own = new OrganisationRef(council.id(), council.slug(), council.name());
        return new Caller(
                null, Role.EDITOR, own, Standing.USUAL, List.of(), null, new Caller.Request("demo", null, null));
    }

    private static List<JsonNode> lines(String name) throws IOException {
        String text = new String(resource(name), StandardCharsets.UTF_8);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text.lines().filter(l -> !l.isBlank()).toList()) lines.add(Json.MAPPER.readTree(line));
        return lines;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = Demo.class.getResourceAsStream(name)) {
            return Optional.ofNullable(stream)
                    .orElseThrow(() -> new IllegalStateException("the service was built without " + name))
                    .readAllBytes();
        }
    }
}

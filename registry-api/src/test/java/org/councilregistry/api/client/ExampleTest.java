package org.councilregistry.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.councilregistry.schema.Phase.ALPHA;
import static org.councilregistry.schema.Phase.LIVE;
import static org.councilregistry.schema.Phase.PRIVATE_BETA;
import static org.councilregistry.schema.Phase.PUBLIC_BETA;

import java.util.ArrayList;
import java.util.List;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.Event;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OverlapCheck;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.PublishOutcome;
import org.councilregistry.schema.Published;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;

/** The tour of the client, as its readers are shown it. */
class ExampleTest {
    private final RunningRegistry service = RunningRegistry.shared();
    private final Organisation hackney = service.council();
    private final List<String> printed = new ArrayList<>();

    @Test
    void theTourOfTheClientWorks() {
        var registry = RegistryClient.builder(service.address())
                .apiKey(service.key(Role.EDITOR, hackney))
                .application("hackney-portfolio", "2.3")
                .build();
        long checkpoint = registry.events().read(0, 1, 0).next() - 1;

        InitiativeDraft draft = InitiativeDraftBuilder.builder()
                .organisation(hackney.slug())
                .title("Report a missed bin")
                .summary("Residents say that a bin was not emptied, and hear when it will be.")
                .phase(ALPHA)
                .build();

        // Look before you start: no key needed, nothing stored
        OverlapCheck check = registry.overlaps().check(draft);
        check.matches()
                .forEach(m -> printed.add(m.band() + "  " + m.initiative().title() + ": " + m.reasons()));

        // Publish; safe to run on every push
        Published result = registry.initiatives().publish(hackney.slug(), "missed-bins", draft);
        assertThat(result.outcome()).isEqualTo(PublishOutcome.CREATED);

        // Discover, page by page without seeing pages
        registry.search().initiatives("missed bin reports").phase(PUBLIC_BETA, LIVE).stream()
                .limit(50)
                .forEach(hit -> printed.add(hit.title()));

        // Change safely: read, apply, send only what changed; re-read and re-apply where somebody was faster
        Initiative changed = registry.initiatives().edit(result.initiative().id(), d -> d.withPhase(PRIVATE_BETA));
        assertThat(changed.phase()).isEqualTo(PRIVATE_BETA);

        // Follow the sector
        for (Event event : registry.events().after(checkpoint)) {
            printed.add(event.position() + " " + event.type());
            if (event.subject().id().equals(changed.id()) && event.type().equals("initiative.updated")) break;
        }
        assertThat(printed.get(printed.size() - 1)).endsWith("initiative.updated");

        try {
            registry.initiatives().register(draft.withTitle(""));
        } catch (RegistryException e) {
            if (e.type() == ProblemType.INVALID) e.errors().forEach(error -> printed.add(error.pointer()));
        }
        assertThat(printed).contains("/title");
    }
}

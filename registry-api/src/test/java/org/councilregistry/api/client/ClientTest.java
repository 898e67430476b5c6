package org.councilregistry.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.client.Publishing;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.BenefitArea;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeState;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationDraftBuilder;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.Outcome;
import org.councilregistry.schema.OutcomeDraftBuilder;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.PublishOutcome;
import org.councilregistry.schema.Published;
import org.councilregistry.schema.Revision;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;

/** What a council's program does with the registry. */
class ClientTest {
    private static final int EDITORS = 8;
    private static final int EDITS = 5;

    private final RunningRegistry registry = RunningRegistry.shared();
    private final Organisation council = registry.council();
    private final RegistryClient editor = Clients.of(registry, Role.EDITOR, council);

    private Published publish(String title, Publishing manner) {
        return editor.initiatives().publish(council.slug(), "bins", Clients.draft(council, title), manner);
    }

    @Test
    void aPublishSaysWhatItDid() {
        assertThat(publish("Bins", Publishing.usual().asDryRun()).outcome()).isEqualTo(PublishOutcome.CREATED);
        assertThat(publish("Bins", Publishing.usual()).outcome()).isEqualTo(PublishOutcome.CREATED);
        assertThat(publish("Bins", Publishing.usual()).outcome()).isEqualTo(PublishOutcome.UNCHANGED);
        Published changed = publish("Missed bins", Publishing.usual().confirming());
        assertThat(changed.outcome()).isEqualTo(PublishOutcome.UPDATED);
        assertThat(changed.initiative().confirmedAt()).isNotNull();
        Initiative edited = editor.initiatives().edit(changed.initiative().id(), d -> d.withTitle("Mine"));
        Published kept = publish("Missed bins", Publishing.usual());
        assertThat(kept.kept()).containsExactly("title");
        assertThat(kept.initiative().title()).isEqualTo(edited.title()).isEqualTo("Mine");
    }

    @Test
    void aDraftGoesThroughItsLife() {
        Initiative draft = editor.initiatives().register(Clients.draft(council, "Roads"));
        assertThat(draft.state()).isEqualTo(InitiativeState.DRAFT);
        assertThat(editor.initiatives().publish(draft.id()).initiative().slug()).isNotNull();
        assertThat(editor.initiatives().confirm(draft.id()).confirmedAt()).isNotNull();
        Initiative stopped = editor.initiatives()
                .edit(draft.id(), d -> d.withPhase(Phase.STOPPED).withLearning("Too dear."));
        assertThat(editor.initiatives().phases(draft.id())).hasSize(2);
        assertThat(stopped.learning()).isEqualTo("Too dear.");
        assertThat(editor.initiatives().withdraw(draft.id(), "a duplicate").state())
                .isEqualTo(InitiativeState.WITHDRAWN);
        assertThat(editor.initiatives().history(draft.id()))
                .extracting(Revision::type)
                .containsExactly(
                        "initiative.created",
                        "initiative.published",
                        "initiative.confirmed",
                        "initiative.updated",
                        "initiative.withdrawn");
    }

    @Test
    void editsAtOneTimeAllCount() throws Exception {
        Initiative counter = publish("0", Publishing.usual()).initiative();
        ExecutorService editors = Executors.newFixedThreadPool(EDITORS);
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < EDITORS; i++) {
            work.add(() -> {
                for (int done = 0; done < EDITS; done++) {
                    editor.initiatives().edit(counter.id(), d -> d.withTitle("" + (Integer.parseInt(d.title()) + 1)));
                }
                return null;
            });
        }
        for (Future<Void> done : editors.invokeAll(work)) done.get();
        editors.shutdown();
        assertThat(editor.initiatives().get(counter.id()).title()).isEqualTo("" + EDITORS * EDITS);
    }

    @Test
    void anEditThatEmptiesAMemberEmptiesIt() {
        Initiative made = editor.initiatives()
                .register(Clients.draft(council, "Tags")
                        .withTags(List.of("a", "b"))
                        .withProblem("Calls."));
        Initiative emptied =
                editor.initiatives().edit(made.id(), d -> d.withTags(List.of()).withProblem(null));
        assertThat(emptied.tags()).isEmpty();
        assertThat(emptied.problem()).isNull();
        assertThat(editor.initiatives().edit(made.id(), d -> d).version()).isEqualTo(emptied.version());
    }

    @Test
    void whatIsRefusedSaysWhere() {
        RegistryException e = catchThrowableOfType(
                RegistryException.class,
                () -> editor.initiatives()
                        .register(Clients.draft(council, "x".repeat(201)).withServices(List.of("lgsl:999999"))));
        assertThat(e.type()).isEqualTo(ProblemType.INVALID);
        assertThat(e.errors()).isNotEmpty().allMatch(error -> error.pointer().startsWith("/"));
        assertThat(catchThrowableOfType(
                                RegistryException.class,
                                () -> editor.initiatives().get("no-such-slug"))
                        .type())
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void outcomesAreRecordedChangedAndRemoved() {
        Initiative work = publish("Bins", Publishing.usual()).initiative();
        Outcome outcome = editor.outcomes()
                .register(OutcomeDraftBuilder.builder()
                        .initiative(work.id())
                        .statement("Fewer calls.")
                        .benefitArea(BenefitArea.OUTCOMES_AND_COST)
                        .build());
        assertThat(editor.outcomes()
                        .edit(outcome.id(), d -> d.withStatement("Half the calls."))
                        .statement())
                .isEqualTo("Half the calls.");
        assertThat(editor.initiatives().outcomes(work.id())).hasSize(1);
        editor.outcomes().remove(outcome.id());
        assertThat(editor.initiatives().outcomes(work.id())).isEmpty();
    }

    @Test
    void anAdministratorKeepsOrganisations() {
        RegistryClient admin = Clients.of(registry, Role.SECTOR_ADMIN, null);
        Organisation made = admin.organisations()
                .register(OrganisationDraftBuilder.builder()
                        .name("Bwrdeistref Sirol " + System.nanoTime())
                        .kind(OrganisationKind.WELSH_UNITARY)
                        .build());
        Organisation named = admin.organisations().edit(made.slug(), d -> d.withOtherNames(List.of("Y Fwrdeistref")));
        assertThat(admin.organisations().get(made.name())).isEqualTo(named);
        assertThat(admin.organisations().all().named(made.name()).stream()).containsExactly(named);
        assertThat(admin.organisations().history(made.slug())).hasSize(2);
    }

    @Test
    void whoAsksIsToldWhoItIs() {
        assertThat(editor.whoami().role()).isEqualTo(Role.EDITOR);
        assertThat(RegistryClient.builder(registry.address()).build().whoami().role())
                .isEqualTo(Role.PUBLIC);
    }
}

package org.councilregistry.api.initiatives;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.councilregistry.api.organisations.OrganisationDao;
import org.councilregistry.api.pairs.Registration;
import org.councilregistry.api.platform.Access;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Json;
import org.councilregistry.api.platform.Moved;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.InitiativeState;
import org.councilregistry.schema.Match;
import org.councilregistry.schema.Origin;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.PublishDraft;
import org.councilregistry.schema.PublishOutcome;
import org.councilregistry.schema.Published;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The idempotent publish: a council's own system sends what it has, as often as it likes. */
public final class PublishService {
    private static final int ATTEMPTS = 5;

    private final Databases databases;
    private final InitiativeChecks checks;
    private final InitiativeService service;
    private final InitiativeWriter writer;
    private final InitiativeDao reads;
    private final InitiativePartDao readParts;
    private final Repeats repeats;
    private final Registration registration;

    /** Publishes through the service's rules; {@code registration} says what other councils do alike. */
    public PublishService(
            Databases databases, InitiativeChecks checks, InitiativeService service, Registration registration) {
        this.databases = databases;
        this.checks = checks;
        this.service = service;
        this.writer = service.writer();
        this.reads = databases.read(InitiativeDao.class);
        this.readParts = databases.read(InitiativePartDao.class);
        this.repeats = new Repeats(reads);
        this.registration = registration;
    }

    /**
     * How a publish is asked for.
     *
     * @param ifMatch the version that the publisher has read, where it wants to be told of changes since
     * @param confirm whether the publisher says that the record is right, too
     * @param dryRun whether to say only what would happen
     * @param origin how the record comes in
     */
    public record Ask(
            String organisation,
            String externalId,
            @Nullable IfMatch ifMatch,
            boolean confirm,
            boolean dryRun,
            Origin origin) {
        /** Whether nothing but the record itself is asked for. */
        boolean plain() {
            return ifMatch == null && !confirm && !dryRun;
        }
    }

    /** What happened to a record, and which members stay as a person has changed them. */
    public record Done(PublishOutcome outcome, Initiative initiative, List<String> kept) {}

    /** Publishes a record under the publisher's own key, and says what others do that looks alike. */
    public Published publish(Caller caller, Ask ask, Patch sent, PublishDraft said) {
        registration.check(said.responses());
        Done done = store(caller, ask, sent);
        List<Match> alike = done.outcome() == PublishOutcome.UNCHANGED
                ? List.of()
                : registration.matches(caller, done.initiative());
        if (!ask.dryRun()) registration.note(caller, done.initiative().id(), alike, said.responses());
        return new Published(done.outcome(), done.initiative(), done.kept(), alike);
    }

    /** Publishes a record under the publisher's own key. */
    public Done store(Caller caller, Ask ask, Patch sent) {
        Optional<Done> repeated = repeats.again(ask, sent);
        if (repeated.isPresent()) {
            Initiative record = repeated.get().initiative();
            requireMay(caller, record.organisation().id(), record.unclaimed());
            return repeated.get();
        }
        Done done = storeAnew(caller, ask, sent);
        repeats.keep(ask, sent, done);
        return done;
    }

    private static void requireMay(Caller caller, UUID lead, boolean unclaimed) {
        Access.require(caller, Action.PUBLISH, new Access.Facts(lead, false, unclaimed));
    }

    private Done storeAnew(Caller caller, Ask ask, Patch sent) {
        OrganisationDao.Found lead = checks.organisations()
                .inPath(ask.organisation())
                .map(checks.organisations()::acting)
                .orElseThrow(() -> ProblemException.notFound("organisation"));
        Optional<Initiative> seen = reads.findByExternalId(lead.id(), ask.externalId());
        boolean unclaimed = seen.map(Initiative::unclaimed).orElse(!lead.id().equals(caller.own()));
        requireMay(caller, lead.id(), unclaimed);
        Patch patch = addressed(lead, ask, sent);
        for (int attempt = 1; ; attempt++) {
            try {
                Done done = once(caller, ask, lead, patch);
                boolean stored = !ask.dryRun() && done.outcome() != PublishOutcome.UNCHANGED;
                if (stored) service.announce(done.initiative());
                return done;
            } catch (ProblemException e) {
                boolean overtaken = e.type() == ProblemType.VERSION_CONFLICT && ask.ifMatch() == null;
                if (attempt == ATTEMPTS || !(overtaken || e.type() == ProblemType.ALREADY_REGISTERED)) throw e;
            }
        }
    }

    /** Publishes a draft that was registered before. */
    public Published publish(Caller caller, InitiativeService.Ask ask, PublishDraft said) {
        registration.check(said.responses());
        Initiative published = service.step(caller, ask, Transition.PUBLISH);
        List<Match> alike = registration.matches(caller, published);
        registration.note(caller, published.id(), alike, said.responses());
        return new Published(PublishOutcome.UPDATED, published, List.of(), alike);
    }

    private static Patch addressed(OrganisationDao.Found lead, Ask ask, Patch sent) {
        if (!ask.externalId().matches("[A-Za-z0-9._:~-]{1,200}")) {
            throw ProblemException.invalid(
                    "/externalId", "pattern", "A publisher's key has 1 to 200 of the characters A-Z a-z 0-9 . _ : ~ -");
        }
        if (sent.members().hasNonNull("externalId")
                && !sent.members().get("externalId").equals(TextNode.valueOf(ask.externalId()))) {
            throw ProblemException.invalid("/externalId", "other", "The body names another key than the address.");
        }
        ObjectNode members = sent.members().deepCopy();
        members.put("organisation", lead.slug());
        members.put("externalId", ask.externalId());
        return new Patch(members);
    }

    private Done once(Caller caller, Ask ask, OrganisationDao.Found lead, Patch patch) {
        Optional<Initiative> found = reads.findByExternalId(lead.id(), ask.externalId());
        if (found.isEmpty()) {
            IfMatch.requireNone(ask.ifMatch());
            return create(caller, ask, lead, patch);
        }
        Initiative current = found.get();
        if (current.state() == InitiativeState.MERGED) throw new Moved("/v1/initiatives/" + current.mergedInto());
        if (current.state() == InitiativeState.WITHDRAWN) {
            throw new ProblemException(
                            ProblemType.TRANSITION_NOT_ALLOWED,
                            "The record was withdrawn. Publish it by POST /v1/initiatives/" + current.id()
                                    + "/publish if that was a mistake, or use another externalId.")
                    .allowing(List.of("publish"));
        }
        IfMatch.honour(ask.ifMatch(), current);
        return update(caller, ask, current, patch);
    }

    private Done create(Caller caller, Ask ask, OrganisationDao.Found lead, Patch patch) {
        InitiativeDraft empty = InitiativeDraftBuilder.builder()
                .organisation(lead.slug())
                .title("")
                .summary("")
                .build();
        InitiativeDraft draft = checks.normalised(patch.onto(empty, InitiativeDraft.class));
        ObjectNode document = Publishing.of(empty, draft, own(patch), Json.MAPPER.createObjectNode())
                .document();
        Initiative made = write(ask, tx -> {
            InitiativeWriter.Entry entry = new InitiativeWriter.Entry(lead, InitiativeState.PUBLISHED, ask.origin());
            Initiative inserted = writer.insert(tx, caller, entry, draft);
            return finish(tx, caller, ask.confirm(), seen(tx, inserted, document));
        });
        return new Done(PublishOutcome.CREATED, made, List.of());
    }

    private Done update(Caller caller, Ask ask, Initiative current, Patch patch) {
        InitiativeDraft before = InitiativeDraft.of(current);
        InitiativeDraft asked = checks.normalised(patch.onto(before, InitiativeDraft.class));
        Optional<InitiativePartDao.Source> source = readParts.source(current.id());
        ObjectNode last = source.map(s -> (ObjectNode) s.document()).orElse(Json.MAPPER.createObjectNode());
        Publishing publishing = Publishing.of(before, asked, own(patch), last);
        InitiativeDraft after = checks.phase(current, publishing.result(), false);
        boolean changes = !after.equals(before);
        boolean publishes = current.state() == InitiativeState.DRAFT;
        boolean confirms = ask.confirm() && !confirmedToday(current);
        boolean same = !changes && !publishes && !confirms;
        if (same && source.isPresent() && source.get().seenToday() && last.equals(publishing.document())) {
            return new Done(PublishOutcome.UNCHANGED, current, publishing.kept());
        }
        Initiative left = write(ask, tx -> {
            Initiative record = changes ? writer.update(tx, caller, current, after, null) : current;
            if (publishes) record = writer.step(tx, caller, record, Transition.PUBLISH, null);
            return finish(tx, caller, ask.confirm(), seen(tx, record, publishing.document()));
        });
        PublishOutcome outcome = changes || publishes ? PublishOutcome.UPDATED : PublishOutcome.UNCHANGED;
        return new Done(outcome, left, publishing.kept());
    }

    private static Initiative seen(Handle tx, Initiative record, ObjectNode document) {
        if (tx.attach(InitiativePartDao.class).seen(record.id(), record.version(), document) == 0) {
            throw IfMatch.stale(record);
        }
        return record;
    }

    private Initiative finish(Handle tx, Caller caller, boolean confirm, Initiative record) {
        if (confirm && !confirmedToday(record)) {
            return writer.step(tx, caller, record, Transition.CONFIRM, null);
        }
        return tx.attach(InitiativeDao.class)
                .find(record.id(), Caller.system("publish"))
                .orElse(record);
    }

    private Initiative write(Ask ask, Function<Handle, Initiative> effect) {
        return ask.dryRun() ? databases.tryOut(effect) : databases.inTransaction(effect);
    }

    private static boolean confirmedToday(Initiative record) {
        return record.confirmedAt() != null
                && record.confirmedAt().isAfter(Instant.now().minus(Duration.ofDays(1)));
    }

    /** The members that the publisher speaks for: not those that the address says. */
    private static Set<String> own(Patch patch) {
        Set<String> names = patch.names();
        names.remove("organisation");
        names.remove("externalId");
        return names;
    }
}

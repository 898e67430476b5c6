package org.councilregistry.api.components;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.councilregistry.api.events.Change;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.Access;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Text;
import org.councilregistry.api.platform.Words;
import org.councilregistry.api.services.ServiceLookup;
import org.councilregistry.schema.Component;
import org.councilregistry.schema.ComponentDraft;
import org.councilregistry.schema.ComponentState;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Visibility;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Registers components and changes them. */
public final class ComponentService {
    private static final Map<ComponentState, List<ComponentState>> STEPS = Map.of(
            ComponentState.DRAFT, List.of(ComponentState.LISTED),
            ComponentState.LISTED, List.of(ComponentState.DEPRECATED, ComponentState.SUPERSEDED),
            ComponentState.DEPRECATED, List.of(ComponentState.LISTED, ComponentState.SUPERSEDED),
            ComponentState.SUPERSEDED, List.of(ComponentState.LISTED, ComponentState.DEPRECATED));

    private final Databases databases;
    private final EventService events;
    private final OrganisationLookup organisations;
    private final ServiceLookup services;
    private final Consumer<Component> written;

    /** What the service works with; {@code written} is told of each record that has become durable. */
    public record Parts(
            Databases databases,
            EventService events,
            OrganisationLookup organisations,
            ServiceLookup services,
            Consumer<Component> written) {}

    /** Works with these. */
    public ComponentService(Parts parts) {
        databases = parts.databases();
        events = parts.events();
        organisations = parts.organisations();
        services = parts.services();
        written = parts.written();
    }

    /** What a caller asks of a component: which version she has read, and why, where a reason is needed. */
    public record Ask(
            UUID id, @Nullable IfMatch ifMatch, @Nullable String reason) {}

    /** Registers a component; it is listed at once, unless it is asked for as a draft. */
    public Component register(Caller caller, ComponentDraft asked) {
        UUID owner = organisations.acting(asked.organisation(), "/organisation").id();
        ComponentState state = asked.state() == null ? ComponentState.LISTED : asked.state();
        ComponentDraft draft = normalised(asked.withState(state));
        mayWrite(caller, owner, state == ComponentState.DRAFT);
        if (state == ComponentState.WITHDRAWN) {
            throw ProblemException.invalid("/state", "not-a-beginning", "A component cannot begin withdrawn.");
        }
        return write(caller, tx -> {
            ComponentDao dao = tx.attach(ComponentDao.class);
            UUID id = Ids.next();
            requireSuccessor(dao, caller, id, draft);
            ComponentDao.Derived derived = derived(dao, new Place(id, owner, null), draft);
            Component made = dao.insert(derived, draft).orElseThrow(() -> taken(dao, derived, caller));
            events.append(tx, caller, Change.of("component.created", made, owner, audience(made)));
            return made;
        });
    }

    /** Changes a component by a merge-patch. */
    public Component update(Caller caller, Ask ask, Patch patch) {
        return write(caller, tx -> {
            ComponentDao dao = tx.attach(ComponentDao.class);
            Component current = load(dao, caller, ask.id());
            UUID owner = current.organisation().id();
            ComponentDraft before = ComponentDraft.of(current);
            ComponentDraft after = after(current, before, patch);
            boolean draft = current.state() == ComponentState.DRAFT && after.state() == ComponentState.DRAFT;
            mayWrite(caller, owner, draft);
            Access.requireReason(caller, owner, ask.reason());
            IfMatch.require(ask.ifMatch(), current);
            requireStep(current.state(), Objects.requireNonNull(after.state()));
            if (after.equals(before)) return current;
            if (!Objects.equals(after.supersededBy(), before.supersededBy()) || after.state() != before.state()) {
                requireSuccessor(dao, caller, current.id(), after);
            }
            ComponentDao.Derived derived = derived(dao, new Place(current.id(), owner, current.slug()), after);
            Component changed = dao.update(derived, after, current.version())
                    .orElseThrow(() -> refused(dao, derived, current, caller));
            Change change = Change.of("component.updated", changed, owner, audience(changed));
            events.append(tx, caller, change.seenBefore(audience(current)).because(ask.reason()));
            return changed;
        });
    }

    /** Takes a component back, with the reason that its readers are told. */
    public Component withdraw(Caller caller, Ask ask) {
        return write(caller, tx -> {
            ComponentDao dao = tx.attach(ComponentDao.class);
            Component current = load(dao, caller, ask.id());
            UUID owner = current.organisation().id();
            mayWrite(caller, owner, false);
            IfMatch.require(ask.ifMatch(), current);
            if (current.state() == ComponentState.WITHDRAWN) requireStep(current.state(), ComponentState.WITHDRAWN);
            Component left = dao.withdraw(current.id(), current.version(), String.valueOf(ask.reason()))
                    .orElseThrow(() -> IfMatch.stale(load(dao, caller, current.id())));
            Change change = Change.of("component.withdrawn", left, owner, audience(left));
            events.append(tx, caller, change.seenBefore(audience(current)).because(ask.reason()));
            return left;
        });
    }

    private Component write(Caller caller, Function<Handle, Component> effect) {
        ComponentDao reads = databases.read(ComponentDao.class);
        Component record = databases.write(caller, id -> reads.find(id, caller), effect);
        written.accept(record);
        return record;
    }

    private static Component load(ComponentDao dao, Caller caller, UUID id) {
        return dao.find(id, caller).orElseThrow(() -> ProblemException.notFound("component"));
    }

    private ComponentDraft normalised(ComponentDraft draft) {
        String repository = draft.repository() == null
                ? null
                : Repository.of(draft.repository()).url();
        return draft.withRepository(repository)
                .withLicence(Licences.check(draft.licence(), "/licence"))
                .withServices(services.check(draft.services(), "/services"));
    }

    /** The draft after a patch; a component stays with its organisation, however that is named. */
    private ComponentDraft after(Component current, ComponentDraft before, Patch patch) {
        ComponentDraft after = patch.onto(before, ComponentDraft.class);
        boolean renamed = !after.organisation().equals(before.organisation());
        if (renamed
                && !organisations
                        .required(after.organisation(), "/organisation")
                        .id()
                        .equals(current.organisation().id())) {
            throw ProblemException.invalid(
                    "/organisation", "fixed", "A component does not change its organisation by an edit.");
        }
        return normalised(after.withOrganisation(before.organisation())
                .withState(after.state() == null ? current.state() : after.state())
                .withVisibility(after.visibility() == null ? Visibility.PUBLIC : after.visibility()));
    }

    /** What of a component an edit does not change. */
    private record Place(UUID id, UUID owner, @Nullable String slug) {}

    private static ComponentDao.Derived derived(ComponentDao dao, Place place, ComponentDraft draft) {
        Visibility visibility = draft.visibility() == null ? Visibility.PUBLIC : draft.visibility();
        ComponentState state = Objects.requireNonNull(draft.state());
        String key = draft.repository() == null
                ? null
                : Repository.of(draft.repository()).key();
        if (key != null) dao.lock(key);
        boolean needsSlug = place.slug() == null && state != ComponentState.DRAFT;
        return new ComponentDao.Derived(
                place.id(),
                needsSlug ? slug(dao, place.id(), draft.name(), visibility) : place.slug(),
                place.owner(),
                key,
                visibility,
                state,
                Drafts.completeness(draft));
    }

    /** A free word for addresses. One that is not public always gets a tail, so that nobody learns of it by a collision. */
    private static String slug(ComponentDao dao, UUID id, String name, Visibility visibility) {
        String slug = Text.slug(name);
        String tail = id.toString().substring(id.toString().length() - 6);
        if (slug.isEmpty()) return "component-" + tail;
        if (visibility != Visibility.PUBLIC) return slug + "-" + tail;
        dao.lock(slug);
        return dao.slugTaken(slug) ? slug + "-" + tail : slug;
    }

    private static void requireSuccessor(ComponentDao dao, Caller caller, UUID id, ComponentDraft draft) {
        UUID successor = draft.supersededBy();
        if (successor == null) {
            if (draft.state() != ComponentState.SUPERSEDED) return;
            throw ProblemException.invalid("/supersededBy", "required", "Say which component takes its place.");
        }
        boolean there = !successor.equals(id)
                && dao.find(successor, caller)
                        .filter(c -> c.state() != ComponentState.DRAFT && c.state() != ComponentState.WITHDRAWN)
                        .isPresent();
        if (!there) {
            throw ProblemException.invalid(
                    "/supersededBy", "unknown-component", "There is no other component with this id that is listed.");
        }
    }

    private static void mayWrite(Caller caller, UUID owner, boolean draft) {
        Access.require(caller, draft ? Action.DRAFT : Action.PUBLISH, new Access.Facts(owner, draft, false));
    }

    private static void requireStep(ComponentState from, ComponentState to) {
        List<ComponentState> possible = STEPS.getOrDefault(from, List.of());
        if (from == to && from != ComponentState.WITHDRAWN) return;
        if (possible.contains(to)) return;
        List<String> words = possible.stream().map(Words::of).toList();
        throw new ProblemException(
                        ProblemType.TRANSITION_NOT_ALLOWED,
                        "A component that is " + Words.of(from) + " cannot become " + Words.of(to) + ". Possible: "
                                + (words.isEmpty() ? "none" : String.join(", ", words)) + ".")
                .allowing(words);
    }

    private static ProblemException refused(
            ComponentDao dao, ComponentDao.Derived derived, Component current, Caller caller) {
        Component now = dao.find(current.id(), Caller.system("version")).orElse(current);
        return now.version() != current.version() ? IfMatch.stale(now) : taken(dao, derived, caller);
    }

    private static ProblemException taken(ComponentDao dao, ComponentDao.Derived derived, Caller caller) {
        String key = derived.repositoryKey();
        String existing = key == null
                ? null
                : dao.findByRepository(key, caller)
                        .map(c -> "/v1/components/" + c.id())
                        .orElse(null);
        return new ProblemException(
                        ProblemType.ALREADY_REGISTERED,
                        "A component with this repository is registered already. Use that one, or say how yours differs by"
                                + " its own repository.")
                .at("/repository", "taken", "in use by another component")
                .existing(existing);
    }

    private static String audience(Component component) {
        return switch (component.state()) {
            case DRAFT -> "draft";
            case WITHDRAWN -> "organisation";
            default -> Words.of(component.visibility());
        };
    }
}

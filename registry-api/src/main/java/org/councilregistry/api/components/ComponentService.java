package org.councilregistry.api.components;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
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
import org.councilregistry.schema.Completeness;
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

    /** Registers a component; it is listed at once, unless it is asked for as a draft. */
    public Component register(Caller caller, ComponentDraft asked) {
        UUID owner = organisations.acting(asked.organisation(), "/organisation").id();
        ComponentDraft draft = normalised(asked);
        ComponentState state = draft.state() == null ? ComponentState.LISTED : draft.state();
        mayWrite(caller, owner, state == ComponentState.DRAFT);
        if (state == ComponentState.WITHDRAWN) {
            throw ProblemException.invalid("/state", "unknown-word", "A component cannot begin withdrawn.");
        }
        ComponentDao reads = databases.read(ComponentDao.class);
        Component made = databases.write(caller, id -> reads.find(id, caller), tx -> {
            ComponentDao dao = tx.attach(ComponentDao.class);
            ComponentDao.Derived derived = derived(dao, Ids.next(), owner, draft, state);
            Component component = dao.insert(derived, draft).orElseThrow(() -> taken(dao, derived, caller));
            append(tx, caller, Change.of("component.created", component, owner, audience(component)));
            return component;
        });
        written.accept(made);
        return made;
    }

    /** Changes a component by a merge-patch. */
    public Component update(Caller caller, UUID id, @Nullable IfMatch ifMatch, Patch patch) {
        ComponentDao reads = databases.read(ComponentDao.class);
        Component changed = databases.write(caller, c -> reads.find(c, caller), tx -> {
            ComponentDao dao = tx.attach(ComponentDao.class);
            Component current = dao.find(id, caller).orElseThrow(() -> ProblemException.notFound("component"));
            UUID owner = current.organisation().id();
            ComponentDraft before = draft(current);
            ComponentDraft after = normalised(patch.onto(before, ComponentDraft.class));
            ComponentState state = after.state() == null ? current.state() : after.state();
            mayWrite(caller, owner, current.state() == ComponentState.DRAFT && state == ComponentState.DRAFT);
            IfMatch.require(ifMatch, current);
            requireStep(current.state(), state);
            requireSame(before, after, state);
            if (after.equals(before)) return current;
            ComponentDao.Derived derived = derived(dao, id, owner, after, state);
            Component component = dao.update(derived, after, current.version())
                    .orElseThrow(() -> refused(dao, derived, current, caller));
            append(
                    tx,
                    caller,
                    Change.of("component.updated", component, owner, audience(component))
                            .seenBefore(audience(current)));
            return component;
        });
        written.accept(changed);
        return changed;
    }

    /** Takes a component back, with the reason that its readers are told. */
    public Component withdraw(Caller caller, UUID id, @Nullable IfMatch ifMatch, String reason) {
        ComponentDao reads = databases.read(ComponentDao.class);
        Component left = databases.write(caller, c -> reads.find(c, caller), tx -> {
            ComponentDao dao = tx.attach(ComponentDao.class);
            Component current = dao.find(id, caller).orElseThrow(() -> ProblemException.notFound("component"));
            UUID owner = current.organisation().id();
            mayWrite(caller, owner, false);
            IfMatch.require(ifMatch, current);
            if (current.state() == ComponentState.WITHDRAWN) requireStep(current.state(), ComponentState.WITHDRAWN);
            Component component =
                    dao.withdraw(id, current.version(), reason).orElseThrow(() -> stale(dao, current));
            append(
                    tx,
                    caller,
                    Change.of("component.withdrawn", component, owner, audience(component))
                            .seenBefore(audience(current))
                            .because(reason));
            return component;
        });
        written.accept(left);
        return left;
    }

    private void append(Handle tx, Caller caller, Change change) {
        events.append(tx, caller, change);
    }

    private ComponentDraft normalised(ComponentDraft draft) {
        String repository =
                draft.repository() == null ? null : Repository.of(draft.repository()).url();
        return draft.withRepository(repository)
                .withLicence(Licences.check(draft.licence()))
                .withServices(services.check(draft.services(), "/services"));
    }

    private static ComponentDao.Derived derived(
            ComponentDao dao, UUID id, UUID owner, ComponentDraft draft, ComponentState state) {
        Visibility visibility = draft.visibility() == null ? Visibility.PUBLIC : draft.visibility();
        return new ComponentDao.Derived(
                id,
                state == ComponentState.DRAFT ? null : slug(dao, id, draft.name(), visibility),
                owner,
                draft.repository() == null ? null : Repository.of(draft.repository()).key(),
                visibility,
                state,
                completeness(draft));
    }

    private static String slug(ComponentDao dao, UUID id, String name, Visibility visibility) {
        String slug = Text.slug(name);
        String tail = id.toString().substring(id.toString().length() - 6);
        if (slug.isEmpty()) return "component-" + tail;
        return visibility == Visibility.PUBLIC && !dao.slugTaken(slug) ? slug : slug + "-" + tail;
    }

    private static Completeness completeness(ComponentDraft draft) {
        List<String> missing = new ArrayList<>();
        if (draft.shortDescription() == null) missing.add("shortDescription");
        if (draft.repository() == null && draft.landingUrl() == null) missing.add("repository");
        if (draft.licence() == null) missing.add("licence");
        if (draft.services().isEmpty()) missing.add("services");
        if (draft.description() == null) missing.add("description");
        if (draft.maintenance() == null) missing.add("maintenance");
        return new Completeness(missing, missing.isEmpty() ? null : missing.get(0));
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

    private static void requireSame(ComponentDraft before, ComponentDraft after, ComponentState state) {
        if (!after.organisation().equals(before.organisation())) {
            throw ProblemException.invalid(
                    "/organisation", "fixed", "A component does not change its organisation by an edit.");
        }
        if (state == ComponentState.SUPERSEDED && after.supersededBy() == null) {
            throw ProblemException.invalid("/supersededBy", "required", "Say which component takes its place.");
        }
    }

    private static ProblemException refused(
            ComponentDao dao, ComponentDao.Derived derived, Component current, Caller caller) {
        Component now = dao.find(current.id(), Caller.system("version")).orElse(current);
        return now.version() != current.version() ? IfMatch.stale(now) : taken(dao, derived, caller);
    }

    private static ProblemException stale(ComponentDao dao, Component current) {
        return IfMatch.stale(dao.find(current.id(), Caller.system("version")).orElse(current));
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

    /** A component as the draft that would ask for it. */
    static ComponentDraft draft(Component c) {
        return new ComponentDraft(
                c.organisation().slug(),
                c.name(),
                c.kind(),
                c.shortDescription(),
                c.description(),
                c.repository(),
                c.aliases(),
                c.landingUrl(),
                c.licence(),
                c.developmentStatus(),
                c.softwareType(),
                c.platforms(),
                c.languages(),
                c.maintenance(),
                c.dependsOn(),
                c.replaces(),
                c.services(),
                c.visibility(),
                c.state(),
                c.supersededBy());
    }
}

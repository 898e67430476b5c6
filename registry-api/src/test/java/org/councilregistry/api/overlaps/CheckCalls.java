package org.councilregistry.api.overlaps;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.openapi.ValidatingHttpClient;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Match;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;

/** What the tests of the check do alike, on a registry of their own that knows meanings. */
final class CheckCalls implements AutoCloseable {
    final RunningRegistry registry = RunningRegistry.own();
    final RegistryClient anybody = client(null);
    private final Organisation council = registry.council();
    private final RegistryClient editor = client(registry.key(Role.EDITOR, council));

    CheckCalls() {
        settle();
    }

    RegistryClient client(@Nullable String key) {
        return RegistryClient.builder(registry.address())
                .apiKey(key)
                .httpClient(new ValidatingHttpClient(HttpClient.newHttpClient()))
                .build();
    }

    static InitiativeDraft draft(@Nullable String title, @Nullable String summary) {
        return InitiativeDraftBuilder.builder()
                .title(title)
                .summary(summary)
                .phase(Phase.ALPHA)
                .build();
    }

    /** Publishes it for a council of the tests', under its title. */
    Initiative publish(InitiativeDraft draft) {
        String key = Integer.toHexString(draft.title().hashCode());
        return editor.initiatives().publish(council.slug(), key, draft).initiative();
    }

    /** Publishes it for another council. */
    Initiative publishElsewhere(InitiativeDraft draft) {
        Organisation other = registry.council();
        RegistryClient as = client(registry.key(Role.EDITOR, other));
        return as.initiatives().publish(other.slug(), "its-own", draft).initiative();
    }

    /** Whoever asks after the service was started again, at its new address. */
    RegistryClient again() {
        return client(null);
    }

    List<Match> check(InitiativeDraft draft) {
        return anybody.overlaps().check(draft).matches();
    }

    Match match(InitiativeDraft draft, Initiative expected) {
        return check(draft).stream()
                .filter(m -> m.initiative().id().equals(expected.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(expected.title() + " is not among the matches"));
    }

    /** Waits until every meaning is known. */
    void settle() {
        until(() -> registry.wiring().comparable());
    }

    static void until(BooleanSupplier done) {
        Eventually.until(Duration.ofMinutes(1), done);
    }

    @Override
    public void close() {
        registry.close();
    }
}

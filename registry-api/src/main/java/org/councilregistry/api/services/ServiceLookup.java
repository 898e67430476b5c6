package org.councilregistry.api.services;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Text;
import org.councilregistry.schema.ServiceRef;
import org.jspecify.annotations.Nullable;

/** Checks the codes of services that records name, and knows their labels. The whole list is small and is kept at hand. */
public final class ServiceLookup {
    private final LoadingCache<String, Map<String, String>> labels;

    /** Looks up in this table; an import is seen within five seconds. */
    public ServiceLookup(ServiceDao dao) {
        labels = Caffeine.newBuilder()
                .maximumSize(1)
                .expireAfterWrite(Duration.ofSeconds(5))
                .build(all -> dao.refs().stream().collect(Collectors.toMap(ServiceRef::code, ServiceRef::label)));
    }

    /** The codes as they are kept, {@code lgsl:524} for {@code 524}; an unknown one is refused with the nearest. */
    public List<String> check(List<String> codes, String pointer) {
        if (codes.isEmpty()) return codes;
        Map<String, String> known = all();
        List<String> checked = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            String code = normal(codes.get(i));
            // it may have been imported just now
            if (!known.containsKey(code)) known = again();
            if (!known.containsKey(code)) throw unknown(codes.get(i), pointer + "/" + i, known);
            if (!checked.contains(code)) checked.add(code);
        }
        return checked;
    }

    /** The code as it is kept. */
    public static String normal(String code) {
        return code.contains(":") ? code : "lgsl:" + code;
    }

    /** What the service of a code is called. */
    public @Nullable String label(String code) {
        return all().get(code);
    }

    /** What the service of a code is called; the code itself where nobody knows. */
    public String name(String code) {
        return all().getOrDefault(code, code);
    }

    private Map<String, String> all() {
        return Objects.requireNonNull(labels.get("all"));
    }

    private Map<String, String> again() {
        labels.invalidateAll();
        return all();
    }

    private static ProblemException unknown(String code, String pointer, Map<String, String> known) {
        String byLabel = Text.nearest(code, known.values());
        String nearest = known.entrySet().stream()
                .filter(e -> e.getValue().equals(byLabel))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> Text.nearest(normal(code), known.keySet()));
        String cure = nearest == null
                ? "See /v1/services?q= for the codes."
                : "Did you mean " + nearest + " (" + known.get(nearest) + ")? See /v1/services?q=.";
        return ProblemException.invalid(pointer, "unknown-service", "There is no such service code. " + cure);
    }
}

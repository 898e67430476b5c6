package org.councilregistry.api.health;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.councilregistry.schema.Health.Check;

/** Whether this node's search index has caught up. */
public final class IndexReady implements HealthResource.Part {
    private final BooleanSupplier ready;
    private final Supplier<String> progress;

    /** Asks these. */
    public IndexReady(BooleanSupplier ready, Supplier<String> progress) {
        this.ready = ready;
        this.progress = progress;
    }

    @Override
    public Check check() {
        boolean now = ready.getAsBoolean();
        return new Check("index", now, now ? null : progress.get());
    }
}

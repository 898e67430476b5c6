package org.councilregistry.api.health;

import com.codahale.metrics.health.HealthCheck;
import org.councilregistry.schema.Health.Check;

/** The same check, as the admin port shows it. */
public final class AdminHealthCheck extends HealthCheck {
    private final HealthResource.Part part;

    /** Shows this check. */
    public AdminHealthCheck(HealthResource.Part part) {
        this.part = part;
    }

    @Override
    protected Result check() {
        Check check = part.check();
        return check.ready() ? Result.healthy() : Result.unhealthy(String.valueOf(check.detail()));
    }
}

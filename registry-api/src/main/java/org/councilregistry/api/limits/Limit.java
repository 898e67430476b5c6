package org.councilregistry.api.limits;

/**
 * How often something may be done.
 *
 * @param name what it is called in answers and in the database
 * @param perMinute how often in the long run
 * @param burst how often at once, after a rest
 */
public record Limit(String name, int perMinute, int burst) {
    /** As often at once as in a minute. */
    Limit(String name, int perMinute) {
        this(name, perMinute, perMinute);
    }

    /** How often in a second. */
    double perSecond() {
        return perMinute / 60.0;
    }
}

package org.councilregistry.api.platform;

import io.dropwizard.lifecycle.Managed;

/** Something whose work in the background begins and ends with the service. */
public interface Working extends Managed {
    /** Its work. */
    Background background();

    @Override
    default void start() {
        background().start();
    }

    @Override
    default void stop() throws InterruptedException {
        background().stop();
    }
}

package org.councilregistry.bench;

import java.io.IOException;

/** An answer that is not the one that is measured. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
        super(message);
    }
}

package org.councilregistry.client.cli;

/** The command was given something that it cannot work with. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}

package org.councilregistry.schema;

/** A list was given with a null in it. */
public final class NullElementException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final int index;

    NullElementException(int index) {
        super("element " + index + " is null");
        this.index = index;
    }

    /** Where the null stands, counted from 0. */
    public int index() {
        return index;
    }
}

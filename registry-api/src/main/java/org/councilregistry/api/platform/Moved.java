package org.councilregistry.api.platform;

/** The record is at another address now (308). */
public final class Moved extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String address;

    /** Sends the caller on. */
    public Moved(String address) {
        super(address, null, false, false);
        this.address = address;
    }

    /** The same way for a reader of pages, which stand beside the API. */
    public Moved toPage() {
        return new Moved(address.replaceFirst("^/v1", ""));
    }

    String address() {
        return address;
    }
}

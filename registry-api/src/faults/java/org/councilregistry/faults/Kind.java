package org.councilregistry.faults;

/**
 * A kind of fault.
 *
 * @param name what goes wrong
 * @param strict whether every call must succeed in the end, for a client that tries as often as clients do by default
 * @param fault does the harm, once, and mends it
 */
record Kind(String name, boolean strict, Fault fault) {
    /** The harm. */
    interface Fault {
        void happen(Scene scene) throws Exception;
    }

    static Kind of(String name, Fault fault) {
        return new Kind(name, false, fault);
    }
}

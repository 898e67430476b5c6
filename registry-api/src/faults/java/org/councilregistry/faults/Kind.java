package org.councilregistry.faults;

/**
 * A kind of fault.
 *
 * @param name what goes wrong
 * @param nodes how many nodes there are
 * @param small whether the database is on a disk that can be filled
 * @param strict whether every call must succeed in the end, for a client that tries as often as clients do by default
 * @param fault does the harm, once, and mends it
 */
record Kind(String name, int nodes, boolean small, boolean strict, Fault fault) {
    /** The harm. */
    interface Fault {
        void happen(Scene scene) throws Exception;
    }

    /** On one node. */
    static Kind of(String name, Fault fault) {
        return new Kind(name, 1, false, false, fault);
    }
}

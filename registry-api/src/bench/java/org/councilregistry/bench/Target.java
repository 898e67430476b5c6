package org.councilregistry.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Something whose speed is measured.
 *
 * @param name what it is called
 * @param calls what each connection does
 */
record Target(String name, List<Call> calls) {
    /** How many connections there are. */
    static final int CONNECTIONS = 8;

    /** Makes what the connection with a number does. */
    interface Maker {
        Call of(int number) throws Exception;
    }

    static Target of(String name, Maker maker) throws Exception {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) calls.add(maker.of(i));
        return new Target(name, calls);
    }
}

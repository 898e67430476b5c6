package org.councilregistry.bench;

/** What one of the eight connections does again and again. */
interface Call {
    /** Does it once; a {@link RefusedException} where the answer is not the one that is measured. */
    void once() throws Exception;
}

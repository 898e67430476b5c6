/**
 * The bench: how fast the service is, and how much memory it takes, beside ceilings that it carries along.
 *
 * <p>Run it with {@code mvn -Pbench verify}. It starts the real service with the launcher's own flags over made-up data,
 * and in turns with it the least that could give the same answers: a resource over one JDBC statement ({@code thin}), the
 * service's SQL in a plain loop ({@code raw}), the index as a library ({@code lucene}). What it prints are ratios of rounds
 * that stand side by side. {@code -Dbench.rounds=1 -Dbench.seconds=1 -Dbench.warmUp=5 -Dbench.sizes=1000} tries it out.
 */
@NullMarked
package org.councilregistry.bench;

import org.jspecify.annotations.NullMarked;

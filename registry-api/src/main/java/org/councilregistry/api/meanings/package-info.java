/**
 * Meanings: what the texts of initiatives are about, as numbers that can be compared, whatever words they use.
 *
 * <p>A small language model runs inside the service. The meaning of a record is computed once per database, kept in the
 * table {@code meanings} and loaded by every node. Without the model everything works by words alone, and says so.
 */
@NullMarked
package org.councilregistry.api.meanings;

import org.jspecify.annotations.NullMarked;

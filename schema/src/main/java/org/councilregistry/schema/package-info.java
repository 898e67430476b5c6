/**
 * The nouns of the registry, as they are on the wire, in the client and in the database rows.
 *
 * <p>A noun has two records: what is ({@code Initiative}) and what is asked ({@code InitiativeDraft}). Lists are never
 * null; what may be absent is {@code @Nullable}; limits stand on drafts only.
 */
@NullMarked
package org.councilregistry.schema;

import org.jspecify.annotations.NullMarked;

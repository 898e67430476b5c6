/**
 * Organisations: councils and the bodies that work with them, the codes and names under which others know them, and who
 * followed whom when councils were reorganised.
 *
 * <p>An organisation is found by id, slug, {@code scheme:value} or any name it goes by; where a name means several, the
 * caller is told.
 */
@NullMarked
package org.councilregistry.api.organisations;

import org.jspecify.annotations.NullMarked;

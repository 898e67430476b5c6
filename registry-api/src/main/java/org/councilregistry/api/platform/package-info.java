/**
 * What every feature stands on: who is calling and what she may see, how records become rows and answers, how a change
 * becomes durable.
 *
 * <p>Knows the nouns of {@code schema}, and no feature.
 */
@NullMarked
package org.councilregistry.api.platform;

import org.jspecify.annotations.NullMarked;

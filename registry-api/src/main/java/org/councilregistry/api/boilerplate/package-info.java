/**
 * Boilerplate: sentences that very many published initiatives say alike, such as the terms of a fund that paid for all of
 * them. They tell nothing of the work, and what shares nothing else is no overlap: overlap is found without them.
 *
 * <p>A sentence that has once been found in so many stays boilerplate, in the table {@code boilerplate}: so two texts are
 * alike to the same degree on every node, and when everything is compared again.
 */
@NullMarked
package org.councilregistry.api.boilerplate;

import org.jspecify.annotations.NullMarked;

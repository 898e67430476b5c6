/**
 * Overlaps that are kept: pairs of initiatives of different organisations that look alike, found once for all nodes, with
 * what their owners say and what a coordinator decides. They stand under {@code /v1/overlaps}, beside the check of a draft.
 */
@NullMarked
package org.councilregistry.api.pairs;

import org.jspecify.annotations.NullMarked;

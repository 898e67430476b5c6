/**
 * Overlap: who already does the same, said before work starts, with reasons that a person believes. The check is a pure
 * read: a draft goes in, ranked matches come out, nothing of the draft is kept.
 */
@NullMarked
package org.councilregistry.api.overlaps;

import org.jspecify.annotations.NullMarked;

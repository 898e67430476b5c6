/**
 * Problems: every way in which the registry says no, with what brings it about, what to do about it and an example. The
 * {@code type} of a refusal is the address of its page here.
 */
@NullMarked
package org.councilregistry.api.problems;

import org.jspecify.annotations.NullMarked;

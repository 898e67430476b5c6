/**
 * Requests to join: a person who is signed in asks to act for an organisation, and its administrator answers; for a
 * council without one, a coordinator of its area does.
 */
@NullMarked
package org.councilregistry.api.joining;

import org.jspecify.annotations.NullMarked;

/**
 * Successions: which organisation followed which, when, and how. Councils merge and split; what they registered moves on
 * with its history.
 */
@NullMarked
package org.councilregistry.api.successions;

import org.jspecify.annotations.NullMarked;

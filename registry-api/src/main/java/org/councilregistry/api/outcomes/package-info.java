/**
 * Outcomes: what a piece of work has brought, or is to bring, in figures, with what shows it. Who may see the work may see
 * its outcomes.
 */
@NullMarked
package org.councilregistry.api.outcomes;

import org.jspecify.annotations.NullMarked;

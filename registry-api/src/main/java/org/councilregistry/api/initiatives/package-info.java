/**
 * Initiatives: what a council does digitally, from the first idea to what was learnt when it ended. The problem and its
 * users come first.
 *
 * <p>Phases and participants are parts of an initiative: they live here and bump its version. A publisher's repeated
 * upload never undoes what a person corrected since.
 */
@NullMarked
package org.councilregistry.api.initiatives;

import org.jspecify.annotations.NullMarked;

/**
 * Faults: services and databases that are killed, frozen, cut off and restarted while writers write, and a ledger of what
 * was acknowledged to them, which is held against the registry afterwards.
 */
@NullMarked
package org.councilregistry.faults;

import org.jspecify.annotations.NullMarked;

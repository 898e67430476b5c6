/**
 * Everything that ever changed, in the order in which it became final: audit log, history and change feed in one.
 *
 * <p>A change writes its event in its own transaction. The sealer gives committed events their position and chains
 * them, so that nobody misses one and nobody edits one unseen.
 */
@NullMarked
package org.councilregistry.api.events;

import org.jspecify.annotations.NullMarked;

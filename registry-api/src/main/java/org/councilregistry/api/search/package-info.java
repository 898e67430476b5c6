/**
 * Search: everything that was published, found by its words, best first.
 *
 * <p>Each node has an index of its own beside the database. It is a projection: it follows the events, and when it is lost,
 * broken or from another database it is built again. Who may see a record is decided twice: by a filter inside the query,
 * and by {@code can_see} when the hits are read.
 */
@NullMarked
package org.councilregistry.api.search;

import org.jspecify.annotations.NullMarked;

/** How often somebody may call: shared by all nodes, and never a write for a read. */
@NullMarked
package org.councilregistry.api.limits;

import org.jspecify.annotations.NullMarked;

/** The documents are true: what they show runs, what they name exists, and what must be said is said. */
@NullMarked
package org.councilregistry.api.docs;

import org.jspecify.annotations.NullMarked;

/** Everything in the database, in a folder: taken while the service runs, put back into an empty one. */
@NullMarked
package org.councilregistry.api.backups;

import org.jspecify.annotations.NullMarked;

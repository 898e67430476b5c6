/**
 * Imports: lists of organisations and of services that somebody else keeps, read from CSV files.
 *
 * <p>An import brings what is new and what has changed, and takes nothing away: what the file no longer has is reported. A
 * row that cannot be taken is refused by its line and the reason, and does not stop the others. The same file again changes
 * nothing.
 */
@NullMarked
package org.councilregistry.api.imports;

import org.jspecify.annotations.NullMarked;

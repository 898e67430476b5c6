/**
 * Exports: all that a caller may see of a noun in one file, for a spreadsheet (CSV) or a program (JSON Lines). What the
 * public reads is under the Open Government Licence v3.0; the answer's {@code Link} header says so, and the file's name
 * has the date. Where one cannot be finished, the connection breaks off, so that nobody takes what came for the whole.
 */
@NullMarked
package org.councilregistry.api.exports;

import org.jspecify.annotations.NullMarked;

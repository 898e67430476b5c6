/** The command line: what a council uses for its own spreadsheet, without writing a program. */
@NullMarked
package org.councilregistry.client.cli;

import org.jspecify.annotations.NullMarked;

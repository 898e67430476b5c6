/** What an operator types: run the service, show it, look after its database, make keys, import lists. */
@NullMarked
package org.councilregistry.api.commands;

import org.jspecify.annotations.NullMarked;

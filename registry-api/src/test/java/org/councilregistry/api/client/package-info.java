/** The client and its command line against a real service. */
@NullMarked
package org.councilregistry.api.client;

import org.jspecify.annotations.NullMarked;

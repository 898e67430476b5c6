/** Whether the service lives and is ready: for those who run it and for the proxy before it. */
@NullMarked
package org.councilregistry.api.health;

import org.jspecify.annotations.NullMarked;

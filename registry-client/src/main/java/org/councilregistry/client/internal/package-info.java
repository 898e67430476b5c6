/** How calls travel: not for use outside the client. */
@NullMarked
package org.councilregistry.client.internal;

import org.jspecify.annotations.NullMarked;

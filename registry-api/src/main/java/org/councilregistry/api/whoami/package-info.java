/** Who calls: found out by a key or by a token of the organisation's sign-in, and told by {@code /v1/whoami}. */
@NullMarked
package org.councilregistry.api.whoami;

import org.jspecify.annotations.NullMarked;

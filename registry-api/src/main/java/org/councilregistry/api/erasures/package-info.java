/**
 * Erasures: a person who asks for it is removed from all records, from what their history says of her, and from what
 * publishers sent. That something was removed is kept, who it was is not. Each place where people stand removes them itself.
 */
@NullMarked
package org.councilregistry.api.erasures;

import org.jspecify.annotations.NullMarked;

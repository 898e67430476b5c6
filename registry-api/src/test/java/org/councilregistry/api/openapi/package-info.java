/** How the contract is read off the code, and how answers are held against it. For tests only. */
@NullMarked
package org.councilregistry.api.openapi;

import org.jspecify.annotations.NullMarked;

/**
 * The contract: what the registry answers to which call, for programs that are to be written against it. It is the file
 * {@code schema/openapi.yaml}, served as it is and as JSON.
 */
@NullMarked
package org.councilregistry.api.contract;

import org.jspecify.annotations.NullMarked;

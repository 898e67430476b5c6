/**
 * What a council's own programs use: one {@link org.councilregistry.client.RegistryClient}, and from it one accessor a
 * noun. Immutable and thread-safe; one client a process is enough.
 */
@NullMarked
package org.councilregistry.client;

import org.jspecify.annotations.NullMarked;

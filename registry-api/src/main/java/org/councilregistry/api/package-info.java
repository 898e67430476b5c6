/** The service: it starts in {@link org.councilregistry.api.RegistryApplication}, one folder a feature. */
@NullMarked
package org.councilregistry.api;

import org.jspecify.annotations.NullMarked;

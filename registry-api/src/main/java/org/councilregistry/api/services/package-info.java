/**
 * Services: what councils do for people, from the Local Government Service List. Initiatives and components name the
 * services they are about, so that work on the same service is found whatever words it uses. The list is imported; codes
 * that were retired stay valid on old records.
 */
@NullMarked
package org.councilregistry.api.services;

import org.jspecify.annotations.NullMarked;

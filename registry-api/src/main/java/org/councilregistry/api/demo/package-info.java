/**
 * The demonstration: real councils with invented work, so that somebody who has a minute sees what the registry is for.
 * Every record of it carries the tag {@code invented}.
 */
@NullMarked
package org.councilregistry.api.demo;

import org.jspecify.annotations.NullMarked;

package org.councilregistry.api.html;

import org.jspecify.annotations.Nullable;

/**
 * A step of the way to a page, an entry of a menu, or an error that leads to its field.
 *
 * @param text what it says
 * @param href where it leads; null for the page itself
 */
public record Crumb(String text, @Nullable String href) {}

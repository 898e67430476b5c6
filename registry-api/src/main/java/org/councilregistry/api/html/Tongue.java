package org.councilregistry.api.html;

import org.jspecify.annotations.Nullable;

/**
 * A language in the switch between them.
 *
 * @param code its code (BCP 47)
 * @param label what it calls itself
 * @param href the page in it; null for the one that is shown
 */
public record Tongue(String code, String label, @Nullable String href) {}

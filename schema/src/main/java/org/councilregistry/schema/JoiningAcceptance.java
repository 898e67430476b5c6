package org.councilregistry.schema;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Lets a person join who has asked to.
 *
 * @param role what she may do
 */
public record JoiningAcceptance(@NotNull @Nullable Role role) {}

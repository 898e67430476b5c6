package org.councilregistry.schema;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * How an organisation answers an invitation to take part.
 *
 * @param state {@code confirmed}, {@code declined} or {@code left}
 */
@RecordBuilder
public record ParticipationDraft(@NotNull @Nullable ParticipantState state) implements ParticipationDraftBuilder.With {}

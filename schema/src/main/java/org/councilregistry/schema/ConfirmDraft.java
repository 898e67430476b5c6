package org.councilregistry.schema;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Which of an organisation's initiatives are still right.
 *
 * @param ids the initiatives' ids; all that are running if empty
 */
@RecordBuilder
public record ConfirmDraft(@Size(max = 1000) List<UUID> ids) implements ConfirmDraftBuilder.With {
    /** Strips texts; an absent list is an empty one. */
    public ConfirmDraft {
        ids = Lists.of(ids);
    }
}

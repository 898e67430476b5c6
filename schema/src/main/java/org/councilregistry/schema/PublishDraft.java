package org.councilregistry.schema;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a publisher says along with publishing.
 *
 * @param responses what she says to the matches that the check of her draft has shown her
 */
@RecordBuilder
public record PublishDraft(@Valid @Size(max = 50) List<MatchResponse> responses) implements PublishDraftBuilder.With {
    /** An absent list is an empty one. */
    public PublishDraft {
        responses = Lists.of(responses);
    }
}

package org.councilregistry.schema;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One organisation follows another. Many to many: a split has several successors, a merger several predecessors.
 *
 * @param id the succession's id
 * @param version counts its changes
 * @param predecessor who came before
 * @param successor who came after
 * @param effectiveOn the first day of the successor
 * @param kind how the one follows the other
 * @param share part of the predecessor that went to this successor, between 0 and 1
 * @param functions the functions that moved, where only some did
 * @param note what else there is to know
 */
public record Succession(
        UUID id,
        int version,
        OrganisationRef predecessor,
        OrganisationRef successor,
        @Nullable LocalDate effectiveOn,
        SuccessionKind kind,
        @Nullable BigDecimal share,
        List<String> functions,
        @Nullable String note)
        implements Entity {
    /** Strips texts; an absent list is an empty one. */
    public Succession {
        functions = Lists.texts(functions);
        note = Lists.text(note);
    }
}

package org.councilregistry.schema;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of work has brought, or is to bring, in figures.
 *
 * @param id the outcome's id
 * @param version counts its changes
 * @param initiative the work that it belongs to
 * @param organisation the council that leads the work
 * @param statement what is better, in one sentence
 * @param benefitArea where it pays
 * @param kind for money: what kind
 * @param period for money: once or every year
 * @param measure what is measured
 * @param unit in which unit
 * @param baseline the figure before
 * @param target the figure that is aimed at
 * @param actual the figure that was reached
 * @param measuredOn when it was measured
 * @param method how it was measured
 * @param evidence what shows it
 * @param assurance how far it was checked
 * @param createdAt when it was registered here
 * @param updatedAt when it last changed
 */
public record Outcome(
        UUID id,
        int version,
        UUID initiative,
        OrganisationRef organisation,
        String statement,
        BenefitArea benefitArea,
        @Nullable OutcomeKind kind,
        @Nullable OutcomePeriod period,
        @Nullable String measure,
        @Nullable MeasureUnit unit,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable BigDecimal actual,
        @Nullable LocalDate measuredOn,
        @Nullable String method,
        List<OutcomeEvidence> evidence,
        Assurance assurance,
        Instant createdAt,
        Instant updatedAt)
        implements Entity {
    /** Strips texts; an absent list is an empty one. */
    public Outcome {
        statement = Lists.required(statement);
        measure = Lists.text(measure);
        method = Lists.text(method);
        evidence = Lists.of(evidence);
    }
}

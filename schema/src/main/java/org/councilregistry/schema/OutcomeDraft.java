package org.councilregistry.schema;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as it is asked for.
 *
 * @param initiative the work that it belongs to; filled in where the address names it
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
 * @param assurance how far it was checked; {@code claimed} if absent
 */
@RecordBuilder
public record OutcomeDraft(
        @NotNull @Nullable UUID initiative,
        @NotBlank @Size(max = 500) String statement,
        @NotNull @Nullable BenefitArea benefitArea,
        @Nullable OutcomeKind kind,
        @Nullable OutcomePeriod period,
        @Size(max = 200) @Nullable String measure,
        @Nullable MeasureUnit unit,
        @Digits(integer = 14, fraction = 4) @Nullable BigDecimal baseline,
        @Digits(integer = 14, fraction = 4) @Nullable BigDecimal target,
        @Digits(integer = 14, fraction = 4) @Nullable BigDecimal actual,
        @Nullable LocalDate measuredOn,
        @Size(max = 2000) @Nullable String method,
        @Valid @Size(max = 20) List<OutcomeEvidence> evidence,
        @Nullable Assurance assurance)
        implements OutcomeDraftBuilder.With {
    /** Strips texts and the zeros at the end of numbers; an absent list is an empty one. */
    public OutcomeDraft {
        statement = Lists.required(statement);
        measure = Lists.text(measure);
        baseline = Lists.number(baseline);
        target = Lists.number(target);
        actual = Lists.number(actual);
        method = Lists.text(method);
        evidence = Lists.of(evidence);
    }

    /** The draft that would ask for this outcome as it is. */
    public static OutcomeDraft of(Outcome o) {
        return new OutcomeDraft(
                o.initiative(),
                o.statement(),
                o.benefitArea(),
                o.kind(),
                o.period(),
                o.measure(),
                o.unit(),
                o.baseline(),
                o.target(),
                o.actual(),
                o.measuredOn(),
                o.method(),
                o.evidence(),
                o.assurance());
    }
}

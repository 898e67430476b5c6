package org.councilregistry.schema;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money.
 *
 * @param amount how much, two decimals at most
 * @param currency ISO 4217 code, such as {@code GBP}
 */
public record Money(
        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2) @Nullable
        BigDecimal amount,

        @NotBlank @Pattern(regexp = "[A-Z]{3}") String currency) {
    /** Strips texts; an absent list is an empty one. */
    public Money {
        currency = Lists.required(currency);
    }
}

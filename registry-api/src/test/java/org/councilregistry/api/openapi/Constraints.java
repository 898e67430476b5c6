package org.councilregistry.api.openapi;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;

/** The constraints on a value, as a schema says them. */
final class Constraints {
    private Constraints() {}

    /** Whether the constraints ask for a value. */
    static boolean require(AnnotatedElement type) {
        return type.isAnnotationPresent(NotNull.class)
                || type.isAnnotationPresent(NotBlank.class)
                || type.isAnnotationPresent(NotEmpty.class);
    }

    /** Adds what the annotations say to the schema. */
    static void add(Annotation[] annotations, Schema<?> schema, boolean list) {
        for (Annotation annotation : annotations) {
            if (list) ofList(annotation, schema);
            else if (!ofText(annotation, schema)) ofNumber(annotation, schema);
        }
    }

    private static void ofList(Annotation annotation, Schema<?> schema) {
        if (annotation instanceof NotEmpty) schema.setMinItems(1);
        if (annotation instanceof Size size) {
            if (size.min() > 0) schema.setMinItems(size.min());
            if (size.max() < Integer.MAX_VALUE) schema.setMaxItems(size.max());
        }
    }

    private static boolean ofText(Annotation annotation, Schema<?> schema) {
        if (annotation instanceof NotBlank || annotation instanceof NotEmpty) {
            schema.setMinLength(1);
        } else if (annotation instanceof Size size) {
            if (size.min() > 0) schema.setMinLength(size.min());
            if (size.max() < Integer.MAX_VALUE) schema.setMaxLength(size.max());
        } else if (annotation instanceof Pattern pattern) {
            // Bean Validation matches the whole text, JSON Schema any part of it
            schema.setPattern("^(?:" + pattern.regexp() + ")$");
        } else if (annotation instanceof Email) {
            schema.setFormat("email");
        } else {
            return false;
        }
        return true;
    }

    private static void ofNumber(Annotation annotation, Schema<?> schema) {
        if (annotation instanceof PositiveOrZero) schema.setMinimum(BigDecimal.ZERO);
        if (annotation instanceof Positive) schema.setExclusiveMinimumValue(BigDecimal.ZERO);
        if (annotation instanceof Min min) schema.setMinimum(BigDecimal.valueOf(min.value()));
        if (annotation instanceof Max max) schema.setMaximum(BigDecimal.valueOf(max.value()));
        if (annotation instanceof DecimalMin min) schema.setMinimum(new BigDecimal(min.value()));
        if (annotation instanceof DecimalMax max) schema.setMaximum(new BigDecimal(max.value()));
    }
}

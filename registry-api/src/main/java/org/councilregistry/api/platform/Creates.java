package org.councilregistry.api.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The operation makes a record: the answer is 201 with its {@code Location}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Creates {
    /** Where records of this kind are, such as {@code /v1/initiatives}. */
    String value();
}

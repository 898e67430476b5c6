package org.councilregistry.schema;

/**
 * A range in a text.
 *
 * @param from index of its first character
 * @param to index after its last character
 */
public record Mark(int from, int to) {}

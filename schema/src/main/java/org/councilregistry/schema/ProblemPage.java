package org.councilregistry.schema;

/**
 * What there is to know about one way in which the registry says no.
 *
 * @param slug the problem's word, the last part of its {@code type}
 * @param status the HTTP status that goes with it
 * @param title what it means, in a sentence
 * @param cause what brings it about
 * @param cure what to do about it
 * @param example a call that meets it, and the answer in short
 */
public record ProblemPage(String slug, int status, String title, String cause, String cure, String example) {}

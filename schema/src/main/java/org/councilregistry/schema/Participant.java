package org.councilregistry.schema;

/**
 * Another organisation that takes part in a piece of work.
 *
 * @param organisation who takes part
 * @param role what it does
 * @param state whether it has agreed
 */
public record Participant(OrganisationRef organisation, ParticipantRole role, ParticipantState state) {}

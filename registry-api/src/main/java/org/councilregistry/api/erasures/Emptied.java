package org.councilregistry.api.erasures;

import java.util.List;
import java.util.UUID;
import org.councilregistry.schema.Entity;

/**
 * What the log keeps of an erasure: whose events were emptied, and of whom nothing. By it {@code verify-audit} tells an
 * erasure from a hand in the log.
 *
 * @param subjects the records whose events were emptied
 */
record Emptied(UUID id, int version, List<UUID> subjects) implements Entity {}

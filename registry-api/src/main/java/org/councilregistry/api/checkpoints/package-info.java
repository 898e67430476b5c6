/**
 * Checkpoints: about once a minute, where the log has grown, its last position and hash are signed and published, so that
 * others can keep them. The log is then as it was, or everybody who kept one can prove that it is not.
 */
@NullMarked
package org.councilregistry.api.checkpoints;

import org.jspecify.annotations.NullMarked;

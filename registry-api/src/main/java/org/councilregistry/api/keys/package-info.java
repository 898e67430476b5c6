/**
 * API keys: who may act for an organisation. A key is shown once, when it is made; the registry keeps only a fingerprint
 * of it. Two live keys allow one to be replaced without a pause.
 */
@NullMarked
package org.councilregistry.api.keys;

import org.jspecify.annotations.NullMarked;

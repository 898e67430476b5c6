/**
 * Components: what another council can take and use: software, a pattern, a standard, a piece of research. One repository
 * is one component, however its address is written.
 */
@NullMarked
package org.councilregistry.api.components;

import org.jspecify.annotations.NullMarked;

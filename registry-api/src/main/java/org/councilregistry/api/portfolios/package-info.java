/**
 * Portfolios: all the published work of one council, or on one service, phase by phase, for its page. Read only; the pages
 * themselves stand with organisations and services.
 */
@NullMarked
package org.councilregistry.api.portfolios;

import org.jspecify.annotations.NullMarked;

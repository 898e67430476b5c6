/**
 * Members: people who act for organisations. An administrator invites them or lets them join; they sign in with their
 * organisation's own account, and are known by it alone.
 */
@NullMarked
package org.councilregistry.api.members;

import org.jspecify.annotations.NullMarked;

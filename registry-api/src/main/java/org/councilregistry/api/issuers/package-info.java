/**
 * Who signs people in: the OpenID Connect issuers that the operator trusts, each council's own among them. They say who
 * somebody is; what she may do is said by her memberships here.
 */
@NullMarked
package org.councilregistry.api.issuers;

import org.jspecify.annotations.NullMarked;

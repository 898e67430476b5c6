/** The site: the pages that are about the registry itself, not about one of its nouns. */
@NullMarked
package org.councilregistry.api.site;

import org.jspecify.annotations.NullMarked;

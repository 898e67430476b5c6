/**
 * Pages for people: what they are made of. A feature's {@code XPages} stands beside its {@code XResource} and answers
 * {@link org.councilregistry.api.html.Html}: a template of the same folder and what it shows. Here are the layout, the
 * design system's components (as templates), the two languages, the operator's theme, feeds and files that browsers keep.
 */
@NullMarked
package org.councilregistry.api.html;

import org.jspecify.annotations.NullMarked;

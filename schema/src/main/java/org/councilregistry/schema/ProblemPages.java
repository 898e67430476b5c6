package org.councilregistry.schema;

import java.util.List;

/**
 * Every way in which the registry says no.
 *
 * @param items a page for each, in order of their statuses
 */
public record ProblemPages(List<ProblemPage> items) {
    /** Keeps the pages as they are now. */
    public ProblemPages {
        items = Lists.of(items);
    }
}

package org.councilregistry.schema;

import java.util.List;

/**
 * Why a piece of work overlaps with a draft.
 *
 * @param kind what it rests on
 * @param text one sentence that says so
 * @param terms the words or facts that both have
 */
public record MatchReason(ReasonKind kind, String text, List<String> terms) {
    /** Strips texts; an absent list is an empty one. */
    public MatchReason {
        text = Lists.required(text);
        terms = Lists.texts(terms);
    }
}

package org.councilregistry.client.cli;

import java.util.Map;
import org.councilregistry.schema.Phase;

/** The words that councils use for where their work stands. */
final class Phases {
    /** By word, in lower case. */
    static final Map<String, Phase> USUAL = Map.ofEntries(
            Map.entry("idea", Phase.IDEA),
            Map.entry("proposed", Phase.IDEA),
            Map.entry("discovery", Phase.DISCOVERY),
            Map.entry("alpha", Phase.ALPHA),
            Map.entry("procurement", Phase.PROCUREMENT),
            Map.entry("implementation", Phase.IMPLEMENTATION),
            Map.entry("pilot", Phase.PRIVATE_BETA),
            Map.entry("private-beta", Phase.PRIVATE_BETA),
            Map.entry("private beta", Phase.PRIVATE_BETA),
            Map.entry("beta", Phase.PUBLIC_BETA),
            Map.entry("public-beta", Phase.PUBLIC_BETA),
            Map.entry("public beta", Phase.PUBLIC_BETA),
            Map.entry("bau", Phase.LIVE),
            Map.entry("live", Phase.LIVE),
            Map.entry("complete", Phase.COMPLETED),
            Map.entry("completed", Phase.COMPLETED),
            Map.entry("decommissioned", Phase.RETIRED),
            Map.entry("retired", Phase.RETIRED),
            Map.entry("on hold", Phase.PAUSED),
            Map.entry("paused", Phase.PAUSED),
            Map.entry("stopped", Phase.STOPPED));

    private Phases() {}
}

package org.councilregistry.api.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.councilregistry.api.imports.Batches.Step;
import org.councilregistry.api.imports.ImportReport.Tally;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.successions.SuccessionDao;
import org.councilregistry.api.successions.SuccessionService;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Succession;
import org.councilregistry.schema.SuccessionKind;

/** Who replaced whom, from a column that names the successors: {@code CBD,WAF}. */
final class SuccessionSteps {
    private static final String COLUMN = "replaced-by";

    private final SuccessionService successions;
    private final Caller caller;

    SuccessionSteps(SuccessionService successions, Caller caller) {
        this.successions = successions;
        this.caller = caller;
    }

    /** The successions that the rows tell of, among these organisations, by code. */
    List<Step<Optional<Succession>>> of(
            Collection<OrganisationRow> rows, Map<String, Organisation> organisations, Tally tally) {
        Map<String, Integer> predecessors = new HashMap<>();
        rows.forEach(row -> row.codes(COLUMN).forEach(code -> predecessors.merge(code, 1, Integer::sum)));
        List<Step<Optional<Succession>>> steps = new ArrayList<>();
        for (OrganisationRow row : rows) {
            Organisation before = organisations.get(row.code());
            if (before == null) continue;
            List<String> codes = row.codes(COLUMN);
            for (String code : codes) {
                Organisation after = organisations.get(code);
                if (after == null || code.equals(row.code())) {
                    tally.note(
                            row.line(),
                            "its successor '" + code + "' is not another organisation in the file or registry");
                } else {
                    steps.add(step(row, before, after, kind(codes.size(), predecessors.getOrDefault(code, 1))));
                }
            }
        }
        return steps;
    }

    private Step<Optional<Succession>> step(
            OrganisationRow row, Organisation before, Organisation after, SuccessionKind kind) {
        LocalDate effectiveOn = after.startedOn() == null ? before.endedOn() : after.startedOn();
        return new Step<>(row.line(), tx -> {
            SuccessionDao.Row put = new SuccessionDao.Row(Ids.next(), before.id(), after.id(), effectiveOn, kind);
            return successions.put(tx, caller, put);
        });
    }

    /** How one follows the other, from how many successors the one and how many predecessors the other has. */
    static SuccessionKind kind(int successors, int predecessors) {
        if (successors > 1) return SuccessionKind.SPLIT;
        return predecessors > 1 ? SuccessionKind.MERGER : SuccessionKind.CONTINUING;
    }
}

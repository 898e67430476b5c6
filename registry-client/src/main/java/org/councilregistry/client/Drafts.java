package org.councilregistry.client;

import org.councilregistry.schema.Component;
import org.councilregistry.schema.ComponentDraft;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Outcome;
import org.councilregistry.schema.OutcomeDraft;
import org.councilregistry.schema.ParticipantDraft;

/** Records as the drafts that would ask for them. */
final class Drafts {
    private Drafts() {}

    /** The record as a draft. */
    static InitiativeDraft of(Initiative i) {
        return InitiativeDraftBuilder.builder()
                .organisation(i.organisation().slug())
                .externalId(i.externalId())
                .title(i.title())
                .summary(i.summary())
                .problem(i.problem())
                .users(i.users())
                .approach(i.approach())
                .evidence(i.evidence())
                .coProduction(i.coProduction())
                .coProductionNote(i.coProductionNote())
                .department(i.department())
                .contact(i.contact())
                .phase(i.phase())
                .phaseSince(i.phaseSince())
                .phaseNote(i.phaseNote())
                .learning(i.learning())
                .services(i.services())
                .benefitAreas(i.benefitAreas())
                .barriers(i.barriers())
                .technologies(i.technologies())
                .suppliers(i.suppliers())
                .systems(i.systems())
                .tags(i.tags())
                .offers(i.offers())
                .budgetBand(i.budgetBand())
                .budget(i.budget())
                .funding(i.funding())
                .plannedStart(i.plannedStart())
                .plannedEnd(i.plannedEnd())
                .governance(i.governance())
                .links(i.links())
                .participants(i.participants().stream()
                        .map(p -> new ParticipantDraft(p.organisation().slug(), p.role()))
                        .toList())
                .language(i.language())
                .visibility(i.visibility())
                .build();
    }

    /** A component as the draft that would ask for it. */
    static ComponentDraft of(Component c) {
        return new ComponentDraft(
                c.organisation().slug(),
                c.name(),
                c.kind(),
                c.shortDescription(),
                c.description(),
                c.repository(),
                c.aliases(),
                c.landingUrl(),
                c.licence(),
                c.developmentStatus(),
                c.softwareType(),
                c.platforms(),
                c.languages(),
                c.maintenance(),
                c.dependsOn(),
                c.replaces(),
                c.services(),
                c.visibility(),
                c.state(),
                c.supersededBy());
    }

    /** An outcome as the draft that would ask for it. */
    static OutcomeDraft of(Outcome o) {
        return new OutcomeDraft(
                o.initiative(),
                o.statement(),
                o.benefitArea(),
                o.kind(),
                o.period(),
                o.measure(),
                o.unit(),
                o.baseline(),
                o.target(),
                o.actual(),
                o.measuredOn(),
                o.method(),
                o.evidence(),
                o.assurance());
    }
}

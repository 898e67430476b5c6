package org.councilregistry.schema;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A council's piece of digital work: the problem and its users first, then what is done about it.
 *
 * @param id the initiative's id
 * @param version counts its changes
 * @param slug its word in addresses; given when it is first published
 * @param organisation the council that leads it
 * @param externalId the publisher's own key for it, unique in the organisation
 * @param title what it is called
 * @param summary what it is, in two sentences
 * @param problem the problem that people have (Markdown)
 * @param users who has the problem (Markdown)
 * @param approach what is done about it (Markdown)
 * @param evidence insight that the need is real
 * @param coProduction how far the people concerned took part
 * @param coProductionNote how they took part
 * @param department the department that does it
 * @param contact whom to ring
 * @param phase where it stands
 * @param phaseSince since when it stands there
 * @param phaseNote why it stands there
 * @param learning what was learnt; always there when the work was stopped
 * @param services codes of the services it is about, such as {@code lgsl:524}
 * @param benefitAreas where it is meant to pay
 * @param barriers what stands in its way
 * @param technologies technologies in use
 * @param suppliers suppliers in use
 * @param systems systems in use
 * @param tags free words
 * @param offers what the council offers to, or seeks from, others
 * @param budgetBand roughly what it costs
 * @param budget exactly what it costs
 * @param funding bids for funding
 * @param plannedStart when it is to begin
 * @param plannedEnd when it is to end
 * @param governance who decides about it
 * @param links pages about it
 * @param participants other organisations that take part
 * @param language language of its texts (BCP 47)
 * @param visibility who may see it
 * @param state where the record stands
 * @param withdrawnReason why it was taken back
 * @param mergedInto the record that it is part of now
 * @param supersededBy the record that takes its place
 * @param unclaimed registered for the organisation by somebody else, and not claimed yet
 * @param origin how it came in
 * @param completeness what it still lacks
 * @param lastSeenAtSource when its publisher last sent it
 * @param confirmedAt when somebody last said that it is right
 * @param confirmedBy who said so: the organisation's name or the role
 * @param confirmBy when it should be confirmed again; absent when finished work no longer expires
 * @param stale nobody has confirmed it in time
 * @param publishedAt when it was first published
 * @param createdAt when it was registered here
 * @param updatedAt when it last changed
 */
public record Initiative(
        UUID id,
        int version,
        @Nullable String slug,
        OrganisationRef organisation,
        @Nullable String externalId,
        String title,
        String summary,
        @Nullable String problem,
        @Nullable String users,
        @Nullable String approach,
        List<Evidence> evidence,
        CoProduction coProduction,
        @Nullable String coProductionNote,
        @Nullable String department,
        @Sector @Nullable Contact contact,
        Phase phase,
        LocalDate phaseSince,
        @Nullable String phaseNote,
        @Nullable String learning,
        List<String> services,
        List<BenefitArea> benefitAreas,
        List<Barrier> barriers,
        List<String> technologies,
        List<String> suppliers,
        List<String> systems,
        List<String> tags,
        List<OfferKind> offers,
        @Nullable BudgetBand budgetBand,
        @Sector @Nullable Money budget,
        List<Funding> funding,
        @Nullable LocalDate plannedStart,
        @Nullable LocalDate plannedEnd,
        @Nullable Governance governance,
        List<Link> links,
        List<Participant> participants,
        String language,
        Visibility visibility,
        InitiativeState state,
        @Nullable String withdrawnReason,
        @Nullable UUID mergedInto,
        @Nullable UUID supersededBy,
        boolean unclaimed,
        Origin origin,
        Completeness completeness,
        @Nullable Instant lastSeenAtSource,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        @Nullable LocalDate confirmBy,
        boolean stale,
        @Nullable Instant publishedAt,
        Instant createdAt,
        Instant updatedAt)
        implements Entity {
    /** Strips texts; an absent list is an empty one. */
    public Initiative {
        slug = Lists.text(slug);
        externalId = Lists.text(externalId);
        title = Lists.required(title);
        summary = Lists.required(summary);
        problem = Lists.text(problem);
        users = Lists.text(users);
        approach = Lists.text(approach);
        evidence = Lists.of(evidence);
        coProductionNote = Lists.text(coProductionNote);
        department = Lists.text(department);
        phaseNote = Lists.text(phaseNote);
        learning = Lists.text(learning);
        services = Lists.texts(services);
        benefitAreas = Lists.of(benefitAreas);
        barriers = Lists.of(barriers);
        technologies = Lists.texts(technologies);
        suppliers = Lists.texts(suppliers);
        systems = Lists.texts(systems);
        tags = Lists.texts(tags);
        offers = Lists.of(offers);
        funding = Lists.of(funding);
        links = Lists.of(links);
        participants = Lists.of(participants);
        language = Lists.required(language);
        withdrawnReason = Lists.text(withdrawnReason);
        confirmedBy = Lists.text(confirmedBy);
    }
}

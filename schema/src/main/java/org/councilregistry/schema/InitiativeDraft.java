package org.councilregistry.schema;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work as it is asked for. Organisation, title, summary and phase suffice.
 *
 * @param organisation the council that leads it: id, slug or {@code scheme:value}
 * @param externalId the publisher's own key for it, unique in the organisation
 * @param title what it is called
 * @param summary what it is, in two sentences
 * @param problem the problem that people have (Markdown)
 * @param users who has the problem (Markdown)
 * @param approach what is done about it (Markdown)
 * @param evidence insight that the need is real
 * @param coProduction how far the people concerned took part; {@code not-recorded} if absent
 * @param coProductionNote how they took part
 * @param department the department that does it
 * @param contact whom to ring
 * @param phase where it stands; another one than now starts today
 * @param phaseSince since when it stands there; today if absent
 * @param phaseNote why it stands there
 * @param learning what was learnt; required when the work is stopped
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
 * @param language language of its texts (BCP 47); {@code en} if absent
 * @param visibility who may see it; {@code public} if absent
 * @param state {@code draft} keeps it to the organisation, {@code published} if absent
 */
@RecordBuilder
public record InitiativeDraft(
        @NotBlank @Size(max = 200) String organisation,

        @Size(max = 200) @Pattern(regexp = "[A-Za-z0-9._:~-]+") @Nullable
        String externalId,

        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 500) String summary,
        @Size(max = 8000) @Nullable String problem,
        @Size(max = 8000) @Nullable String users,
        @Size(max = 8000) @Nullable String approach,
        @Valid @Size(max = 50) List<Evidence> evidence,
        @Nullable CoProduction coProduction,
        @Size(max = 2000) @Nullable String coProductionNote,
        @Size(max = 200) @Nullable String department,
        @Valid @Nullable Contact contact,
        @NotNull @Nullable Phase phase,
        @Nullable LocalDate phaseSince,
        @Size(max = 2000) @Nullable String phaseNote,
        @Size(max = 8000) @Nullable String learning,
        @Size(max = 20) List<@NotBlank @Size(max = 40) String> services,
        @Size(max = 3) List<BenefitArea> benefitAreas,
        @Valid @Size(max = 20) List<Barrier> barriers,
        @Size(max = 50) List<@NotBlank @Size(max = 100) String> technologies,
        @Size(max = 50) List<@NotBlank @Size(max = 200) String> suppliers,
        @Size(max = 50) List<@NotBlank @Size(max = 200) String> systems,
        @Size(max = 30) List<@NotBlank @Size(max = 60) String> tags,
        @Size(max = 6) List<OfferKind> offers,
        @Nullable BudgetBand budgetBand,
        @Valid @Nullable Money budget,
        @Valid @Size(max = 20) List<Funding> funding,
        @Nullable LocalDate plannedStart,
        @Nullable LocalDate plannedEnd,
        @Valid @Nullable Governance governance,
        @Valid @Size(max = 30) List<Link> links,
        @Valid @Size(max = 100) List<ParticipantDraft> participants,

        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*") @Nullable
        String language,

        @Nullable Visibility visibility,
        @Nullable InitiativeState state)
        implements InitiativeDraftBuilder.With {
    /** Strips texts; an absent list is an empty one. */
    public InitiativeDraft {
        organisation = Lists.required(organisation);
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
        language = Lists.text(language);
    }

    /** The draft that would ask for this record as it is. */
    public static InitiativeDraft of(Initiative i) {
        return words(i).evidence(i.evidence())
                .contact(i.contact())
                .services(i.services())
                .benefitAreas(i.benefitAreas())
                .barriers(i.barriers())
                .technologies(i.technologies())
                .suppliers(i.suppliers())
                .systems(i.systems())
                .tags(i.tags())
                .offers(i.offers())
                .budget(i.budget())
                .funding(i.funding())
                .governance(i.governance())
                .links(i.links())
                .participants(i.participants().stream()
                        .map(p -> new ParticipantDraft(p.organisation().slug(), p.role()))
                        .toList())
                .build();
    }

    /** Its texts, words and dates. */
    private static InitiativeDraftBuilder words(Initiative i) {
        return InitiativeDraftBuilder.builder()
                .organisation(i.organisation().slug())
                .externalId(i.externalId())
                .title(i.title())
                .summary(i.summary())
                .problem(i.problem())
                .users(i.users())
                .approach(i.approach())
                .coProduction(i.coProduction())
                .coProductionNote(i.coProductionNote())
                .department(i.department())
                .phase(i.phase())
                .phaseSince(i.phaseSince())
                .phaseNote(i.phaseNote())
                .learning(i.learning())
                .budgetBand(i.budgetBand())
                .plannedStart(i.plannedStart())
                .plannedEnd(i.plannedEnd())
                .language(i.language())
                .visibility(i.visibility());
    }
}

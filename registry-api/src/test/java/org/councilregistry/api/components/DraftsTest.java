package org.councilregistry.api.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.councilregistry.schema.Completeness;
import org.councilregistry.schema.ComponentDraft;
import org.councilregistry.schema.ComponentDraftBuilder;
import org.councilregistry.schema.ComponentKind;
import org.councilregistry.schema.MaintenanceKind;
import org.junit.jupiter.api.Test;

class DraftsTest {
    private static ComponentDraft draft(ComponentKind kind) {
        return ComponentDraftBuilder.builder()
                .organisation("council")
                .name("Bin day")
                .kind(kind)
                .build();
    }

    @Test
    void whatIsMissingIsNamedTheMostUsefulFirst() {
        Completeness found = Drafts.completeness(draft(ComponentKind.SOFTWARE));
        assertThat(found.missing())
                .containsExactly("shortDescription", "repository", "licence", "services", "description", "maintenance");
        assertThat(found.next()).isEqualTo("shortDescription");
    }

    @Test
    void aCourseNeedsAPageAndNoRepository() {
        assertThat(Drafts.completeness(draft(ComponentKind.TRAINING)).missing())
                .contains("landingUrl")
                .doesNotContain("repository");
    }

    @Test
    void aPageStandsInForARepository() {
        ComponentDraft whole = draft(ComponentKind.SOFTWARE)
                .withShortDescription("Says when the bins are emptied.")
                .withLandingUrl("https://council.example/bins")
                .withLicence("MIT")
                .withServices(List.of("lgsl:524"))
                .withDescription("All of it.")
                .withMaintenance(MaintenanceKind.INTERNAL);
        assertThat(Drafts.completeness(whole)).isEqualTo(new Completeness(List.of(), null));
    }
}

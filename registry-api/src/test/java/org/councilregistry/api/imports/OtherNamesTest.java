package org.councilregistry.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OtherNamesTest {
    @Test
    void aNameWithCommasInItIsOneName() {
        String nice = "Armagh City, Banbridge and Craigavon";
        assertThat(OtherNames.of(nice + " Borough Council", nice, nice + ",armagh city, banbridge and craigavon,abc"))
                .containsExactly(nice, "abc");
        assertThat(OtherNames.of(
                        "Bristol City Council", "City of Bristol", "City of Bristol,Bristol, City of,Bristol UA"))
                .containsExactly("City of Bristol", "Bristol, City of", "Bristol UA");
    }

    @Test
    void aKnownNameThatWasWrittenWithCommasIsNotTakenApart() {
        assertThat(OtherNames.of("Rhondda Council", "Rhondda Cynon Taff", "rhondda, cynon, taff,rhondda,cynon,taff"))
                .containsExactly("Rhondda Cynon Taff");
    }

    @Test
    void aNameStandsOnceWhateverItsCase() {
        assertThat(OtherNames.of("Angus Council", "Angus", "Angus,angus,angus council"))
                .containsExactly("Angus");
    }

    @Test
    void namesThatTheRegistryHadAreKeptBehindThose() {
        assertThat(OtherNames.with("New Council", List.of("New"), List.of("new", "Newtown", "Old Council")))
                .containsExactly("New", "Newtown", "Old Council");
    }
}

package org.councilregistry.api.whoami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.councilregistry.api.platform.Acting;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Person;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Standing;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** For whom somebody acts who may act for none, one or several. */
class RightsTest {
    private static final Person SAM = new Person("https://login.example", "sam", null, false, "Sam");
    private static final Caller.Request REQUEST = new Caller.Request("r", null, null);
    private static final Acting LEEDS = right(1, Role.EDITOR, new OrganisationRef(new UUID(0, 1), "leeds", "Leeds"));
    private static final Acting CARDIFF =
            right(2, Role.VIEWER, new OrganisationRef(new UUID(0, 2), "cardiff", "Cardiff"));
    private static final Acting SECTOR = right(3, Role.AUDITOR, null);

    private static Acting right(int id, Role role, @Nullable OrganisationRef organisation) {
        return new Acting(new UUID(1, id), role, organisation, Standing.USUAL, List.of());
    }

    private static Rights of(@Nullable Person person, Acting... rights) {
        return new Rights(person, List.of(rights));
    }

    @Test
    void whoHasOneRightActsByIt() {
        Caller key = of(null, LEEDS).caller(null, REQUEST);
        assertThat(key.credential()).isEqualTo(LEEDS.id());
        assertThat(key.role()).isEqualTo(Role.EDITOR);
        assertThat(key.person()).isNull();
        assertThat(of(SAM, CARDIFF).caller(null, REQUEST).person()).isEqualTo(SAM);
    }

    @Test
    void whoHasSeveralNamesOneBySlugOrIdOrActsForNobody() {
        Rights several = of(SAM, LEEDS, CARDIFF, SECTOR);
        assertThat(several.caller(null, REQUEST).role()).isEqualTo(Role.PUBLIC);
        assertThat(several.caller(null, REQUEST).credential()).isEqualTo(SAM.id());
        assertThat(several.caller("cardiff", REQUEST).credential()).isEqualTo(CARDIFF.id());
        String id = new UUID(0, 1).toString();
        assertThat(several.caller(id, REQUEST).credential()).isEqualTo(LEEDS.id());
        assertThat(several.caller("sector", REQUEST).credential()).isEqualTo(SECTOR.id());
    }

    @Test
    void whoNamesAnotherIsToldHerOwn() {
        assertThatThrownBy(() -> of(SAM, LEEDS, SECTOR).caller("cardiff", REQUEST))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Yours: leeds, sector.");
        assertThatThrownBy(() -> of(SAM).caller("cardiff", REQUEST))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ask to join");
        assertThatThrownBy(() -> of(null, LEEDS).caller("sector", REQUEST)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aKeyHasOneRight() {
        assertThatThrownBy(() -> of(null).caller(null, REQUEST)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsKnownCoversWhatIsNamed() {
        assertThat(of(SAM).cover(null)).isFalse();
        assertThat(of(SAM, LEEDS).cover(null)).isTrue();
        assertThat(of(SAM, LEEDS).cover("leeds")).isTrue();
        assertThat(of(SAM, LEEDS).cover("cardiff")).isFalse();
        assertThat(of(SAM, LEEDS).cover("sector")).isFalse();
        assertThat(of(SAM, SECTOR).cover("sector")).isTrue();
    }
}

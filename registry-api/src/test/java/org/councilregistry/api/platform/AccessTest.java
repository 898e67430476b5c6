package org.councilregistry.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.councilregistry.api.platform.Access.Decision;
import org.councilregistry.api.platform.Access.Facts;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what to whose record: every role, every action, every relation to the record, as the rules have it. */
class AccessTest {
    private static final UUID OWN = new UUID(0, 1);
    private static final UUID MEMBER = new UUID(0, 2);
    private static final UUID STRANGER = new UUID(0, 3);

    /** What the letters of a cell are about, in their order. */
    private static final List<@Nullable Facts> RECORDS = Arrays.asList(
            null, // no record in particular
            new Facts(OWN, true, false),
            new Facts(OWN, false, false),
            new Facts(MEMBER, false, true),
            new Facts(MEMBER, false, false),
            new Facts(STRANGER, false, true),
            new Facts(STRANGER, false, false));

    /** In each cell: nothing in particular, own draft, own, a member's unclaimed, a member's, others' unclaimed, others'. */
    private static final String RULES = """
            role               READ    DRAFT   PUBLISH CLAIM   REDACT  DECIDE  RESPOND MANAGE_KEYS READ_KEYS GIVE_BACK ADMINISTER
            PUBLIC             yyyyyyy nnnnnnn nnnnnnn nnnnnnn nnnnnnn nnnnnnn nnnnnnn n           n         n         n
            VIEWER             yyyyyyy nnnnnnn nnnnnnn nnnnnnn nnnnnnn nnnnnnn nnnnnnn n           n         y         n
            CONTRIBUTOR        yyyyyyy yyndddd nnnnnnn nnnnnnn nnnnnnn nnnnnnn nnnnnnn n           n         y         n
            EDITOR             yyyyyyy yyydddd yyyyddd yyydddd nnnnnnn nnnnnnn yyydddd n           n         y         n
            ORGANISATION_ADMIN yyyyyyy yyydddd yyyyddd yyydddd yyydddd nnnnnnn yyydddd y           y         y         n
            COORDINATOR        yyyyyyy nnnnnnn nnnnnnn yddyydd nnnnnnn yddyydd nnnnnnn n           n         y         n
            SECTOR_ADMIN       yyyyyyy yyyyyyy yyyyyyy yyyyyyy yyyyyyy yyyyyyy nnnnnnn y           y         y         y
            AUDITOR            yyyyyyy nnnnnnn nnnnnnn nnnnnnn nnnnnnn nnnnnnn nnnnnnn n           y         y         n
            UNKNOWN            nnnnnnn nnnnnnn nnnnnnn nnnnnnn nnnnnnn nnnnnnn nnnnnnn n           n         n         n
            """;

    /** The same of members, of who asks to join, and of the log. */
    private static final String MORE_RULES = """
            role               MANAGE_MEMBERS READ_MEMBERS JOIN ANSWER_JOINING READ_LOG ERASE
            PUBLIC             n              n            n    nnnnnnn        n        n
            VIEWER             n              n            y    nnnnnnn        n        n
            CONTRIBUTOR        n              n            y    nnnnnnn        n        n
            EDITOR             n              n            y    nnnnnnn        n        n
            ORGANISATION_ADMIN y              y            y    yyydddd        n        n
            COORDINATOR        n              n            y    yddyydd        n        n
            SECTOR_ADMIN       y              y            y    yyyyyyy        y        y
            AUDITOR            n              y            y    nnnnnnn        y        n
            UNKNOWN            n              n            n    nnnnnnn        n        n
            """;

    private static Caller caller(Role role, boolean supplier) {
        boolean acts = !List.of(Role.PUBLIC, Role.SECTOR_ADMIN, Role.AUDITOR).contains(role);
        OrganisationRef own = acts ? new OrganisationRef(OWN, "own", "Own") : null;
        UUID key = role == Role.PUBLIC ? null : new UUID(1, role.name().length());
        return new Caller(
                key,
                role,
                own,
                supplier ? Standing.SUPPLIER : Standing.USUAL,
                List.of(MEMBER),
                null,
                new Caller.Request("test", null, null));
    }

    /** A cell of the rules, or a letter of it. */
    private record Cell(Role role, Action action, @Nullable Facts facts, char rule) {}

    private static Stream<Cell> rules() {
        return Stream.of(RULES, MORE_RULES).flatMap(AccessTest::rules);
    }

    private static Stream<Cell> rules(String table) {
        List<String> lines = table.lines().toList();
        String[] actions = lines.get(0).split("\\s+", -1);
        List<Cell> cells = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split("\\s+", -1);
            for (int i = 1; i < words.length; i++) {
                for (int at = 0; at < words[i].length(); at++) {
                    Role role = Role.valueOf(words[0]);
                    cells.add(new Cell(role, Action.valueOf(actions[i]), RECORDS.get(at), words[i].charAt(at)));
                }
            }
        }
        return cells.stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRoleMayDoWhatTheRulesSay(Cell cell) {
        Decision expected = switch (cell.rule()) {
            case 'y' -> Decision.ALLOW;
            case 'd' -> Decision.DENY;
            default -> Decision.FORBID;
        };
        assertThat(Access.decide(caller(cell.role(), false), cell.action(), cell.facts()))
                .isEqualTo(expected);
    }

    @Test
    void theRulesNameEveryRoleAndEveryAction() {
        assertThat(rules().map(Cell::role)).contains(Role.values());
        assertThat(rules().map(Cell::action)).contains(Action.values());
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void aSupplierReadsAsksToJoinAndGivesItsKeyBackAndNothingElse(Action action) {
        boolean may = Set.of(Action.READ, Action.GIVE_BACK, Action.JOIN).contains(action);
        for (Role role : List.of(Role.VIEWER, Role.EDITOR, Role.ORGANISATION_ADMIN)) {
            assertThat(Access.decide(caller(role, true), action, null))
                    .isEqualTo(may ? Decision.ALLOW : Decision.FORBID);
        }
    }

    @Test
    void aCoordinatorOfNoOrganisationDecidesEverywhere() {
        Caller everywhere = new Caller(
                new UUID(1, 1),
                Role.COORDINATOR,
                null,
                Standing.USUAL,
                List.of(),
                null,
                new Caller.Request("test", null, null));
        assertThat(Access.decide(everywhere, Action.DECIDE, new Facts(STRANGER, false, false)))
                .isEqualTo(Decision.ALLOW);
    }

    @Test
    void aRefusalSaysWhetherAKeyIsMissingOrAnotherRoleOrAnotherOrganisation() {
        Facts own = new Facts(OWN, false, false);
        Facts others = new Facts(STRANGER, false, false);
        assertThatCode(() -> Access.require(caller(Role.EDITOR, false), Action.PUBLISH, own))
                .doesNotThrowAnyException();
        assertThat(refusal(Role.PUBLIC, own)).isEqualTo(ProblemType.UNAUTHENTICATED);
        assertThat(refusal(Role.VIEWER, own)).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(refusal(Role.EDITOR, others)).isEqualTo(ProblemType.NOT_YOUR_ORGANISATION);
    }

    private static ProblemType refusal(Role role, Facts facts) {
        try {
            Access.require(caller(role, false), Action.PUBLISH, facts);
        } catch (ProblemException refused) {
            return refused.type();
        }
        throw new AssertionError(role.name().toLowerCase(Locale.ROOT) + " was not refused");
    }

    @Test
    void aSectorAdministratorSaysWhyWhenTheRecordIsAnothers() {
        Caller administrator = caller(Role.SECTOR_ADMIN, false);
        for (String none : Arrays.asList(null, "", "  ")) {
            assertThatThrownBy(() -> Access.requireReason(administrator, STRANGER, none))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.INVALID));
        }
        assertThatCode(() -> Access.requireReason(administrator, STRANGER, "They asked for it."))
                .doesNotThrowAnyException();
    }

    @Test
    void whoActsForWhatNoLongerExistsReadsAndChangesNothing() {
        OrganisationRef gone = new OrganisationRef(OWN, "own", "Own");
        for (Role role : List.of(Role.CONTRIBUTOR, Role.EDITOR, Role.ORGANISATION_ADMIN, Role.COORDINATOR)) {
            Caller caller = new Caller(
                    new UUID(1, 1),
                    role,
                    gone,
                    Standing.DISSOLVED,
                    List.of(MEMBER),
                    null,
                    new Caller.Request("test", null, null));
            for (Action action : Action.values()) {
                if (!action.permits(role)) continue;
                boolean may =
                        List.of(Action.READ, Action.GIVE_BACK, Action.JOIN).contains(action);
                assertThat(Access.decide(caller, action, null))
                        .as(role + " " + action)
                        .isEqualTo(may ? Decision.ALLOW : Decision.DISSOLVED);
            }
        }
    }

    @Test
    void nobodyElseIsAskedWhy() {
        Caller ofItsOwn = new Caller(
                new UUID(1, 1),
                Role.SECTOR_ADMIN,
                new OrganisationRef(OWN, "own", "Own"),
                Standing.USUAL,
                List.of(),
                null,
                new Caller.Request("test", null, null));
        assertThatCode(() -> Access.requireReason(ofItsOwn, OWN, null)).doesNotThrowAnyException();
        assertThatCode(() -> Access.requireReason(caller(Role.EDITOR, false), STRANGER, null))
                .doesNotThrowAnyException();
        assertThatCode(() -> Access.requireReason(Caller.system("import"), STRANGER, null))
                .doesNotThrowAnyException();
    }
}

package org.councilregistry.api.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.councilregistry.api.platform.Json;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Phase;

/** What a publish and a merge-patch change, whatever was there and whatever is sent. */
class PublishingTest {
    private static final List<String> MEMBERS = List.of("title", "summary", "problem", "department", "tags");
    private static final ObjectNode NOTHING = Json.MAPPER.createObjectNode();

    @Provide
    Arbitrary<InitiativeDraft> drafts() {
        Arbitrary<String> words = Arbitraries.of("a", "b", "c");
        return Combinators.combine(
                        words,
                        words,
                        words.injectNull(0.3),
                        words.injectNull(0.3),
                        words.set().ofMaxSize(2))
                .as((title, summary, problem, department, tags) -> InitiativeDraftBuilder.builder()
                        .organisation("anywhere")
                        .phase(Phase.ALPHA)
                        .title(title)
                        .summary(summary)
                        .problem(problem)
                        .department(department)
                        .tags(tags.stream().sorted().toList())
                        .build());
    }

    @Provide
    Arbitrary<Set<String>> names() {
        return Arbitraries.of(MEMBERS).set();
    }

    private static Object member(InitiativeDraft draft, String name) {
        return switch (name) {
            case "title" -> draft.title();
            case "summary" -> draft.summary();
            case "problem" -> Objects.requireNonNullElse(draft.problem(), "");
            case "department" -> Objects.requireNonNullElse(draft.department(), "");
            default -> draft.tags();
        };
    }

    /** A patch that says of each of these members what the draft has, and null where it has nothing. */
    private static Patch patch(InitiativeDraft draft, Iterable<String> names) {
        ObjectNode all = (ObjectNode) Json.tree(draft);
        ObjectNode sent = Json.MAPPER.createObjectNode();
        names.forEach(name -> sent.set(name, all.get(name)));
        return new Patch(sent);
    }

    private static boolean empty(Object member) {
        return member.equals("") || member.equals(List.of());
    }

    @Property(tries = 500)
    void whatWasNotSentStaysAsItIs(
            @ForAll("drafts") InitiativeDraft before,
            @ForAll("drafts") InitiativeDraft asked,
            @ForAll("names") Set<String> sent) {
        InitiativeDraft after = Publishing.of(before, asked, sent, NOTHING).result();
        for (String name : MEMBERS) {
            if (!sent.contains(name)) assertThat(member(after, name)).isEqualTo(member(before, name));
        }
    }

    @Property(tries = 500)
    void whatThePublisherChangedIsTakenOverUnlessAPersonChangedItSince(
            @ForAll("drafts") InitiativeDraft published,
            @ForAll("drafts") InitiativeDraft corrected,
            @ForAll("drafts") InitiativeDraft asked) {
        ObjectNode last = Publishing.of(published, published, MEMBERS, NOTHING).document();
        Publishing again = Publishing.of(corrected, asked, MEMBERS, last);
        for (String name : MEMBERS) {
            Object is = member(corrected, name);
            boolean untouched = is.equals(member(published, name));
            assertThat(member(again.result(), name)).isEqualTo(untouched ? member(asked, name) : is);
            boolean stays = !untouched && !is.equals(member(asked, name));
            assertThat(again.kept().contains(name)).isEqualTo(stays);
        }
    }

    @Property(tries = 500)
    void aFirstPublishFillsWhatNobodyHasSaidAndLeavesTheRest(
            @ForAll("drafts") InitiativeDraft before, @ForAll("drafts") InitiativeDraft asked) {
        Publishing first = Publishing.of(before, asked, MEMBERS, NOTHING);
        for (String name : MEMBERS) {
            Object is = member(before, name);
            assertThat(member(first.result(), name)).isEqualTo(empty(is) ? member(asked, name) : is);
        }
    }

    @Property(tries = 500)
    void publishingTheSameAgainChangesNothing(
            @ForAll("drafts") InitiativeDraft before,
            @ForAll("drafts") InitiativeDraft asked,
            @ForAll("names") Set<String> sent) {
        Publishing first = Publishing.of(before, asked, sent, NOTHING);
        Publishing second = Publishing.of(first.result(), asked, sent, first.document());
        assertThat(second.result()).isEqualTo(first.result());
        assertThat(second.document()).isEqualTo(first.document());
        assertThat(second.kept()).isEqualTo(first.kept());
    }

    @Property(tries = 300)
    void aPatchOfEverythingMakesTheOtherDraft(
            @ForAll("drafts") InitiativeDraft before, @ForAll("drafts") InitiativeDraft after) {
        Patch patch = patch(after, MEMBERS);
        assertThat(patch.onto(before, InitiativeDraft.class)).isEqualTo(after);
        assertThat(patch.onto(after, InitiativeDraft.class)).isEqualTo(after);
    }

    @Property(tries = 300)
    void aPatchOfSomeMembersLeavesTheOthers(
            @ForAll("drafts") InitiativeDraft before,
            @ForAll("drafts") InitiativeDraft other,
            @ForAll("names") Set<String> sent) {
        Patch patch = patch(other, sent);
        InitiativeDraft after = patch.onto(before, InitiativeDraft.class);
        assertThat(patch.names()).isEqualTo(sent);
        for (String name : MEMBERS) {
            assertThat(member(after, name)).isEqualTo(member(sent.contains(name) ? other : before, name));
        }
    }
}

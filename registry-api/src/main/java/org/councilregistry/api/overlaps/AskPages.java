package org.councilregistry.api.overlaps;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.councilregistry.api.html.Field;
import org.councilregistry.api.html.Frame;
import org.councilregistry.api.html.Html;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Form;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Match;
import org.councilregistry.schema.OverlapCheck;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/** "Has somebody done this already?": the overlap check, for people. Nothing of the question is kept. */
@Path("/ask")
@Produces("text/html;charset=utf-8")
public final class AskPages {
    private static final int MATCHES = 10;
    private static final int TITLE = 200;
    private static final int PROBLEM = 8_000;

    private final OverlapChecker checker;

    /** Compares by this. */
    public AskPages(OverlapChecker checker) {
        this.checker = checker;
    }

    /**
     * The question, and its answer once it was asked.
     *
     * @param wrong what was wrong with the question; phrases by field
     * @param check the answer; null before the question was asked
     */
    public record Asked(
            String title,
            String problem,
            String organisation,
            List<Wrong> wrong,
            @Nullable OverlapCheck check) {
        /** The matches in a band. */
        public List<Match> in(Band band) {
            return check == null
                    ? List.of()
                    : check.matches().stream().filter(m -> m.band() == band).toList();
        }

        /** The bands in which there are matches, the closest first. */
        public List<Band> bands() {
            return Stream.of(Band.SAME, Band.CLOSE, Band.RELATED)
                    .filter(band -> !in(band).isEmpty())
                    .toList();
        }

        /** A field of the form, with what was wrong with it. */
        public Field field(String name, Frame frame) {
            String error = wrong.stream()
                    .filter(w -> w.field().equals(name))
                    .findFirst()
                    .map(w -> frame.say(w.phrase(), w.detail()))
                    .orElse(null);
            return new Field(
                    name, name, frame.say("ask.field." + name), frame.say("ask.field." + name + ".hint"), error);
        }
    }

    /**
     * Something wrong with a field.
     *
     * @param phrase the phrase that says so
     * @param detail what that phrase leaves open
     */
    public record Wrong(String field, String phrase, String detail) {}

    /** Shows the question. */
    @GET
    @Allows(Action.READ)
    public Html form() {
        return Html.of("overlaps/ask", new Asked("", "", "", List.of(), null));
    }

    /** Answers it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allows(Action.READ)
    public Html ask(@Auth Caller caller, Form form) {
        Asked asked = new Asked(form.get("title"), form.get("problem"), form.get("organisation"), List.of(), null);
        List<Wrong> wrong = wrong(asked);
        if (!wrong.isEmpty()) return refused(asked, wrong);
        try {
            OverlapCheck check = checker.check(caller, draft(asked), MATCHES, false);
            return Html.of(
                    "overlaps/ask", new Asked(asked.title(), asked.problem(), asked.organisation(), List.of(), check));
        } catch (ProblemException e) {
            if (e.type() != ProblemType.INVALID) throw e;
            return refused(asked, List.of(new Wrong("organisation", "ask.organisation.unknown", e.detail())));
        }
    }

    private static Html refused(Asked asked, List<Wrong> wrong) {
        return Html.of("overlaps/ask", new Asked(asked.title(), asked.problem(), asked.organisation(), wrong, null))
                .refused();
    }

    private static List<Wrong> wrong(Asked asked) {
        List<Wrong> wrong = new ArrayList<>();
        if (Stream.of(asked.title(), asked.problem()).allMatch(String::isEmpty)) {
            wrong.add(new Wrong("title", "ask.empty", ""));
        }
        if (asked.title().length() > TITLE) wrong.add(new Wrong("title", "ask.long", "" + TITLE));
        if (asked.problem().length() > PROBLEM) wrong.add(new Wrong("problem", "ask.long", "" + PROBLEM));
        return wrong;
    }

    private static InitiativeDraft draft(Asked asked) {
        return InitiativeDraftBuilder.builder()
                .title(asked.title().isEmpty() ? null : asked.title())
                .problem(asked.problem())
                .organisation(asked.organisation().isEmpty() ? null : asked.organisation())
                .build();
    }
}

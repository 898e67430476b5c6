package org.councilregistry.api.members;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.InvitedMember;
import org.councilregistry.schema.Member;
import org.councilregistry.schema.MemberDraft;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;

/** A registry whose people sign in elsewhere, and what they do there. */
public final class SignedIn implements AutoCloseable {
    /** Within this time a change of members is seen everywhere. */
    public static final Duration SOON = Duration.ofSeconds(6);

    private static final String TENANT = "shared";
    private final SignIn signIn = new SignIn();
    private final RunningRegistry registry = RunningRegistry.with(SignIn.settings(signIn.setting(TENANT, null)));

    /** The registry. */
    public RunningRegistry registry() {
        return registry;
    }

    /** A client with a key of this role. */
    public RegistryClient byKey(Role role, Organisation of) {
        return RegistryClient.builder(registry.address())
                .apiKey(registry.key(role, of))
                .build();
    }

    /** A token about somebody with this account, who says this address. */
    public String token(String account, String email) {
        return signIn.token(TENANT, account, email);
    }

    /** A token about somebody with this account, whose address nobody has confirmed. */
    public String unconfirmed(String account, String email) {
        return signIn.token(TENANT, account, SignIn.AUDIENCE, Map.of("email", email, "email_verified", false), 600);
    }

    /** What the issuer's tokens say in {@code iss}. */
    public String issuer() {
        return signIn.issuer(TENANT);
    }

    /** A client for whoever this token is about. */
    public RegistryClient.Builder person(String token) {
        return RegistryClient.builder(registry.address()).accessToken(() -> token);
    }

    /** Somebody joins who was invited by this administrator. */
    public static Member joined(RegistryClient admin, RegistryClient who, Role role) {
        InvitedMember invited = admin.members().invite(new MemberDraft(role, null, "Sam", "sam@staff.example"));
        return who.members().join(String.valueOf(invited.invitation()));
    }

    /** Why a call is refused. */
    public static ProblemType refused(ThrowingCallable call) {
        return catchThrowableOfType(RegistryException.class, call).type();
    }

    /** The events of a membership or a request, as an administrator of the organisation reads them. */
    public List<String> steps(Organisation of, UUID subject) {
        return new Http(registry.address(), registry.key(Role.ORGANISATION_ADMIN, of))
                .get("/v1/events?types=member,joining-request&wait=2&limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(e -> e.path("subject").path("id").asText().equals(subject.toString()))
                .map(e -> e.path("type").asText())
                .toList();
    }

    @Override
    public void close() {
        registry.close();
        signIn.close();
    }
}

package org.councilregistry.api.whoami;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.issuers.Issuers;
import org.councilregistry.api.keys.KeyCheck;
import org.councilregistry.api.keys.KeyDao;
import org.councilregistry.api.members.MemberDao;
import org.councilregistry.api.platform.Acting;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Person;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Secrets;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** What keys and tokens allow. */
public final class Credentials {
    private final KeyCheck check;
    private final KeyDao keys;
    private final MemberDao members;
    private final Issuers issuers;
    /** What has been noted as used, so that a read does not write. */
    private final Cache<UUID, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    /** Checks keys in this table under this pepper, and tokens by these issuers and members. */
    public Credentials(KeyDao keys, Secrets secrets, MemberDao members, Issuers issuers) {
        this.check = new KeyCheck(keys, secrets);
        this.keys = keys;
        this.members = members;
        this.issuers = issuers;
    }

    /** What a credential allows, if it is accepted. */
    Optional<Rights> rights(String token) {
        boolean signed = issuers.any() && token.indexOf('.') > 0;
        if (signed) return issuers.person(token).map(person -> new Rights(person, rights(person)));
        return check.acting(token).map(right -> new Rights(null, List.of(right)));
    }

    /** Breaks off what somebody reads for long whose key or membership has ended meanwhile. */
    public void requireStanding(Caller caller) {
        UUID credential = caller.credential();
        if (credential == null || caller.role() == Role.PUBLIC) return;
        boolean stands = caller.person() == null ? keys.stands(credential) : members.stands(credential, caller.role());
        if (!stands) throw refused();
    }

    /** What whoever is not accepted is told, for whatever reason. */
    static ProblemException refused() {
        return new ProblemException(
                ProblemType.UNAUTHENTICATED,
                "The key or token is not accepted: it may be mistyped, expired or taken back. Send it as"
                        + " 'Authorization: Bearer crk_...'.");
    }

    /** Each right of a signed-in person, as far as her issuer may vouch for it. */
    List<Acting> rights(Person person) {
        return members.acting(person.issuer(), person.subject()).stream()
                .filter(right -> issuers.vouches(person.issuer(), OrganisationRef.idOf(right.organisation())))
                .toList();
    }

    /** Organisations that a signed-in person may want to ask to join. */
    List<OrganisationRef> proposals(Person person) {
        UUID bound = issuers.boundTo(person.issuer()).orElse(null);
        return members.proposed(person.issuer(), person.subject(), person.domain(), bound).stream()
                .filter(organisation -> issuers.vouches(person.issuer(), organisation.id()))
                .toList();
    }

    /** Notes that somebody has called. Reads go on where the database can store nothing. */
    void used(Caller caller) {
        UUID credential = caller.credential();
        if (credential == null) return;
        var unused = noted.get(credential, id -> note(id, caller.person()));
    }

    private @Nullable Boolean note(UUID credential, @Nullable Person person) {
        try {
            if (person == null) keys.used(credential);
            else members.seen(credential);
            return true;
        } catch (JdbiException e) {
            if (!Databases.cannotStore(e)) throw e;
            return null;
        }
    }
}

package org.councilregistry.api.issuers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.Person;
import org.councilregistry.api.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who a token is about, by the issuers that the configuration names and by nobody else. */
public final class Issuers {
    private static final Logger LOG = LoggerFactory.getLogger(Issuers.class);
    private static final int LONGEST = 255;

    private final Map<String, TokenCheck> checks = new HashMap<>();
    private final Map<String, Issuer> issuers;
    /** By issuer: the only organisation that its people may act for. */
    private final Map<String, UUID> bound = new ConcurrentHashMap<>();

    /** Trusts these; one that cannot be used as it is set stops the start. */
    public Issuers(Map<String, Issuer> issuers) {
        this.issuers = new TreeMap<>(issuers);
        this.issuers.forEach((name, issuer) -> {
            String fault = issuer.fault();
            if (fault != null) throw wrong(name, fault);
            TokenCheck other = checks.put(issuer.issuer(), new TokenCheck(issuer));
            if (other != null) throw wrong(name, "issuer is that of another entry, too: '" + issuer.issuer() + "'");
        });
    }

    /** Looks whether the organisations are known, and whether each issuer that answers says the same of itself. */
    public void check(OrganisationLookup organisations) {
        issuers.forEach((name, issuer) -> {
            if (issuer.organisation() != null) bound.put(issuer.issuer(), organisation(organisations, name, issuer));
        });
        new Discovery().faults(issuers).forEach((name, fault) -> {
            throw wrong(name, fault);
        });
    }

    private static UUID organisation(OrganisationLookup organisations, String name, Issuer issuer) {
        try {
            return organisations
                    .required(String.valueOf(issuer.organisation()), "issuers")
                    .id();
        } catch (ProblemException e) {
            throw wrong(
                    name,
                    "its organisation '" + issuer.organisation()
                            + "' is not registered here. Import the organisations first, or name it by scheme:value");
        }
    }

    private static IllegalArgumentException wrong(String name, String fault) {
        return new IllegalArgumentException(
                "config.yml, issuers: " + name + ": " + fault + ". Mend the setting and start again.");
    }

    /** Whether anybody signs people in here. */
    public boolean any() {
        return !issuers.isEmpty();
    }

    /** Whether people of this issuer may act for an organisation; null is the whole sector. */
    public boolean vouches(String issuer, @Nullable UUID organisation) {
        if (!checks.containsKey(issuer)) return false;
        UUID only = bound.get(issuer);
        return only == null || only.equals(organisation);
    }

    /** The only organisation that an issuer's people may act for. */
    public Optional<UUID> boundTo(String issuer) {
        return Optional.ofNullable(bound.get(issuer));
    }

    /** Who a token is about, if it can be trusted. */
    public Optional<Person> person(String token) {
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            TokenCheck check =
                    checks.get(String.valueOf(parsed.getJWTClaimsSet().getIssuer()));
            return check == null ? Optional.empty() : Optional.of(person(check.claims(parsed)));
        } catch (KeySourceException e) {
            LOG.warn("the keys of an issuer cannot be read, so its new tokens are not accepted: {}", e.toString());
            return Optional.empty();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty();
        }
    }

    private static Person person(JWTClaimsSet claims) throws ParseException, BadJOSEException {
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST)
            throw new BadJOSEException("no subject");
        return new Person(
                claims.getIssuer(),
                subject,
                shortened(claims.getStringClaim("email")),
                Boolean.TRUE.equals(claims.getClaim("email_verified")),
                shortened(claims.getStringClaim("name")));
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        String bare = text.strip().replace("\0", "");
        return bare.length() > 200 ? bare.substring(0, 200) : bare;
    }

    /** Where an issuer says of itself what it is. */
    static URI discovery(Issuer issuer) {
        return URI.create(issuer.issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration");
    }
}

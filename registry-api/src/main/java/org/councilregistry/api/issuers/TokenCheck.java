package org.councilregistry.api.issuers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Duration;
import java.util.Set;

/** Checks tokens of one issuer. An unknown key is looked for once a minute; known keys are trusted a day without it. */
final class TokenCheck {
    private static final int PATIENCE = 2_000;
    private static final int LARGEST = 200_000;
    private static final int LEEWAY = 60;
    private static final long FRESH = Duration.ofMinutes(15).toMillis();
    private static final long OUTAGE = Duration.ofDays(1).toMillis();
    private static final long BETWEEN = Duration.ofMinutes(1).toMillis();

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    TokenCheck(Issuer issuer) {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(address(issuer.jwks()), new Straight())
                .cache(FRESH, 2 * PATIENCE)
                .refreshAheadCache(false)
                .rateLimited(BETWEEN)
                .outageTolerant(OUTAGE)
                .build();
        Set<JWSAlgorithm> algorithms = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(issuer.issuer()).build();
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(issuer.audience(), exact, Set.of("sub", "exp"));
        claims.setMaxClockSkew(LEEWAY);
        processor.setJWTClaimsSetVerifier(claims);
    }

    /** What a token says, once it has been found to be the issuer's, for this registry, and not expired. */
    JWTClaimsSet claims(SignedJWT token) throws BadJOSEException, JOSEException {
        return processor.process(token, null);
    }

    private static URL address(String text) {
        try {
            return new URL(text);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Reads from the address that was configured, and follows nobody elsewhere. */
    private static final class Straight extends DefaultResourceRetriever {
        Straight() {
            super(PATIENCE, PATIENCE, LARGEST);
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
            HttpURLConnection connection = super.openHTTPConnection(url);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }
}

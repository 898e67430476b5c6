package org.councilregistry.api.issuers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.members.SignIn;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens of the organisations' own sign-in: who is let in by them, and who is not. */
class OidcTest {
    private static final SignIn SIGN_IN = new SignIn();
    private static RunningRegistry registry;

    @BeforeAll
    static void start() {
        registry = RunningRegistry.with(SignIn.settings(SIGN_IN.setting("one", null), SIGN_IN.setting("two", null)));
    }

    @AfterAll
    static void close() {
        registry.close();
        SIGN_IN.close();
    }

    private static Http with(String token) {
        return new Http(registry.address(), token);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(SIGN_IN.issuer("one"))
                .subject("sam")
                .audience(SignIn.AUDIENCE)
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key, String keyId) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    /** Tokens that look good and are not, each by what is wrong with it. */
    private static Map<String, String> bad() throws Exception {
        JWKSet published = JWKSet.load(URI.create(SIGN_IN.jwks("one")).toURL());
        RSAKey real = published.getKeys().get(0).toRSAKey();
        RSAKey foreign = new RSAKeyGenerator(2048).keyID("foreign").generate();
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(real.getKeyID()).build(), claims().build());
        confused.sign(new MACSigner(real.toRSAPublicKey().getEncoded()));
        SignedJWT own = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .jwk(foreign.toPublicJWK())
                        .build(),
                claims().build());
        own.sign(new RSASSASigner(foreign));
        String good = SIGN_IN.token("one", "sam", "sam@staff.example");
        String[] parts = good.split("\\.", -1);
        String other = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims().subject("eve").build().toString().getBytes(StandardCharsets.UTF_8));
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("no signature", new PlainJWT(claims().build()).serialize());
        bad.put("the public key as a secret", confused.serialize());
        bad.put("a key of its own", own.serialize());
        bad.put("a foreign key", signed(claims().build(), foreign, "foreign"));
        bad.put("a foreign key under a known name", signed(claims().build(), foreign, real.getKeyID()));
        bad.put("altered claims", parts[0] + "." + other + "." + parts[2]);
        bad.put("another audience", SIGN_IN.token("one", "sam", "other", Map.of(), 600));
        bad.put("expired", SIGN_IN.token("one", "sam", SignIn.AUDIENCE, Map.of(), -120));
        bad.put("an unknown issuer", SIGN_IN.token("three", "sam", "sam@staff.example"));
        bad.put(
                "not yet",
                SIGN_IN.token(
                        "one",
                        "sam",
                        SignIn.AUDIENCE,
                        Map.of("nbf", Instant.now().plusSeconds(600).getEpochSecond()),
                        900));
        bad.put(
                "another issuer's name",
                SIGN_IN.token("three", "sam", SignIn.AUDIENCE, Map.of("iss", SIGN_IN.issuer("one")), 600));
        bad.put("half of it", good.substring(0, good.length() / 2));
        return bad;
    }

    @Test
    void onlyWhatAConfiguredIssuerHasSignedForThisRegistryIsAccepted() throws Exception {
        assertThat(with(SIGN_IN.token("one", "sam", "sam@staff.example"))
                        .get("/v1/whoami")
                        .status())
                .isEqualTo(200);
        String ofKeys = with("crk_nonsense").get("/v1/whoami").response().body();
        bad().forEach((what, token) -> {
            Http.Answer answer = with(token).get("/v1/whoami");
            assertThat(answer.status()).as(what).isEqualTo(401);
            assertThat(answer.response().body().replaceAll("\"requestId\":\"[^\"]*\"", ""))
                    .as(what)
                    .isEqualTo(ofKeys.replaceAll("\"requestId\":\"[^\"]*\"", ""));
        });
    }

    @Test
    void aPersonIsKnownByHerAccountNotByHerAddress() {
        Organisation council = registry.council();
        Http admin = with(registry.key(Role.ORGANISATION_ADMIN, council));
        String invitation = admin.send("POST", "/v1/members", "{\"role\":\"editor\"}")
                .json()
                .path("invitation")
                .asText();
        String mail = "sam@staff.example";
        assertThat(with(SIGN_IN.token("one", "first", mail))
                        .send("POST", "/v1/members/join", "{\"invitation\":\"" + invitation + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(role(SIGN_IN.token("one", "first", "changed@staff.example"))).isEqualTo("editor");
        assertThat(role(SIGN_IN.token("one", "second", mail))).isEqualTo("public");
        assertThat(role(SIGN_IN.token("two", "first", mail))).isEqualTo("public");
    }

    private static String role(String token) {
        return with(token).get("/v1/whoami").json().path("role").asText();
    }

    @Test
    void aCouncilsSignInLetsNobodyActForAnotherCouncil() {
        Organisation council = registry.council();
        Organisation other = registry.council();
        try (SignIn dying = new SignIn()) {
            Map<String, String> settings =
                    SignIn.settings(SIGN_IN.setting("bound", council.slug()), dying.setting("dying", null));
            try (RunningRegistry bound = registry.beside(settings)) {
                String sam = SIGN_IN.token("bound", "sam", "sam@staff.example");
                Http there = new Http(bound.address(), sam);
                assertThat(there.get("/v1/whoami")
                                .json()
                                .path("proposals")
                                .path(0)
                                .path("slug")
                                .asText())
                        .isEqualTo(council.slug());
                assertThat(ask(there, other).problem()).isEqualTo("not-your-organisation");
                assertThat(ask(there, council).status()).isEqualTo(201);
                String known = dying.token("dying", "ann", "ann@staff.example");
                assertThat(new Http(bound.address(), known).get("/v1/whoami").status())
                        .isEqualTo(200);
                String later = dying.token("dying", "ben", "ben@staff.example");
                dying.die();
                assertThat(new Http(bound.address(), later).get("/v1/whoami").status())
                        .isEqualTo(200);
            }
        }
    }

    private static Http.Answer ask(Http who, Organisation of) {
        return who.send("POST", "/v1/joining-requests", "{\"organisation\":\"" + of.slug() + "\"}");
    }

    @Test
    void aDeadIssuerLetsNobodyInAndTheServiceStartsNevertheless() {
        SignIn dead = new SignIn();
        Map<String, String> settings = SignIn.settings(dead.setting("dead", null));
        String token = dead.token("dead", "sam", "sam@staff.example");
        dead.close();
        try (RunningRegistry beside = registry.beside(settings)) {
            assertThat(new Http(beside.address(), token).get("/v1/whoami").status())
                    .isEqualTo(401);
            assertThat(new Http(beside.address(), null).get("/v1/whoami").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aWrongSettingStopsTheStart() {
        Map<String, Issuer> wrong = new LinkedHashMap<>();
        wrong.put("https", new Issuer("http://login.example", "https://login.example/keys", "registry", null));
        wrong.put(
                "that of the issuer's public keys",
                new Issuer("https://login.example", "file:///keys", "registry", null));
        wrong.put("audience is missing", new Issuer("https://login.example", "https://login.example/keys", " ", null));
        wrong.forEach((what, issuer) -> assertThatThrownBy(() -> new Issuers(Map.of("mine", issuer)))
                .hasMessageContaining("issuers: mine")
                .hasMessageContaining(what));
        Issuer one = new Issuer("https://login.example", "https://login.example/keys", "registry", null);
        assertThatThrownBy(() -> new Issuers(Map.of("a", one, "b", one))).hasMessageContaining("another entry");
        var lookup = registry.wiring().organisations().lookup();
        Issuer nowhere = new Issuer(SIGN_IN.issuer("one"), SIGN_IN.jwks("one"), "registry", "gss:E99999999");
        assertThatThrownBy(() -> new Issuers(Map.of("mine", nowhere)).check(lookup))
                .hasMessageContaining("not registered here");
        for (Issuer contradicted : List.of(
                new Issuer(SIGN_IN.issuer("one") + "/", SIGN_IN.jwks("one"), "registry", null),
                new Issuer(SIGN_IN.issuer("one"), SIGN_IN.jwks("two"), "registry", null))) {
            assertThatThrownBy(() -> new Issuers(Map.of("mine", contradicted)).check(lookup))
                    .hasMessageContaining("issuers: mine");
        }
        new Issuers(Map.of("mine", new Issuer(SIGN_IN.issuer("one"), SIGN_IN.jwks("one"), "registry", null)))
                .check(lookup);
    }
}

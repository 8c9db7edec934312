package io.chatkeeper.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.chatkeeper.contract.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final byte[] SECRET = secret("a secret of at least 32 bytes, so");
    private static final Duration LIFE = Duration.ofHours(12);

    private static byte[] secret(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Tokens at(Instant now) {
        return new Tokens(SECRET, InstantSource.fixed(now));
    }

    private final String visitor = at(NOON).forVisitor("chat-a", "loan");
    private final String agent = at(NOON).forAgent("casey", Role.CSR, "Casey Lin");

    private static String signed(JWTClaimsSet claims, byte[] secret, JWSAlgorithm algorithm) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(Tokens.VISITOR_ISSUER)
                .subject("chat-a")
                .claim("site", "loan")
                .expirationTime(Date.from(NOON.plusSeconds(60)));
    }

    @Test
    void our_own_tokens_say_who_calls() {
        assertThat(at(NOON).caller(visitor)).contains(new Caller.Visitor("chat-a", "loan"));
        assertThat(at(NOON).caller(agent))
                .contains(new Caller.Agent("casey", Role.CSR, "Casey Lin"));
    }

    @Test
    void a_token_is_good_until_it_expires_and_no_second_longer() {
        assertThat(at(NOON.plus(LIFE).minusSeconds(1)).caller(visitor)).isPresent();
        assertThat(at(NOON.plus(LIFE)).caller(visitor)).isEmpty();
        assertThat(at(NOON.plus(LIFE)).caller(agent)).isEmpty();
    }

    @Test
    void a_visitor_token_is_renewable_for_a_day_after_it_expired() {
        Instant expired = NOON.plus(LIFE);
        assertThat(at(NOON).renewable(visitor)).isPresent();
        assertThat(at(expired.plus(Tokens.RENEWABLE).minusSeconds(1)).renewable(visitor))
                .contains(new Caller.Visitor("chat-a", "loan"));
        assertThat(at(expired.plus(Tokens.RENEWABLE)).renewable(visitor)).isEmpty();
    }

    @Test
    void an_agent_s_token_renews_no_visitor() {
        assertThat(at(NOON).renewable(agent)).isEmpty();
    }

    @Test
    void whoever_signed_it_otherwise_is_nobody() {
        JWTClaimsSet good = claims().build();
        JWTClaimsSet foreign = claims().issuer("https://elsewhere").build();
        String[] forged = {
            signed(good, secret("another secret of at least 32 bytes"), JWSAlgorithm.HS256),
            signed(good, secret("x".repeat(64)), JWSAlgorithm.HS512),
            signed(foreign, SECRET, JWSAlgorithm.HS256),
            signed(claims().issuer(null).build(), SECRET, JWSAlgorithm.HS256),
            signed(claims().subject(null).build(), SECRET, JWSAlgorithm.HS256),
            signed(claims().expirationTime(null).build(), SECRET, JWSAlgorithm.HS256),
            new PlainJWT(good).serialize(),
            new PlainJWT(good).serialize() + "AAAA",
            "",
            "...",
            "no token",
        };
        for (String token : forged) {
            assertThat(at(NOON).caller(token)).as(token).isEmpty();
            assertThat(at(NOON).renewable(token).filter(_ -> !token.isEmpty())).as(token).isEmpty();
        }
    }

    @Test
    void an_agent_without_a_role_of_ours_is_nobody() {
        JWTClaimsSet king = claims().issuer(Tokens.LOCAL_ISSUER).claim("role", "king").build();
        assertThat(at(NOON).caller(signed(king, SECRET, JWSAlgorithm.HS256))).isEmpty();
    }
}

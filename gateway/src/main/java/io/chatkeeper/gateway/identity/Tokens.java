package io.chatkeeper.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.chatkeeper.contract.Role;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;

/// The tokens the gateway signs itself: a visitor's, bound to one chat, and those of the local
/// identity provider. HS256 with the server's secret.
public final class Tokens {
    static final String VISITOR_ISSUER = "chatkeeper:visitor";
    static final String LOCAL_ISSUER = "chatkeeper:local";
    private static final Duration VISITOR_LIFE = Duration.ofHours(12);
    private static final Duration AGENT_LIFE = Duration.ofHours(12);

    /// An expired visitor token may be exchanged for a new one for this long.
    static final Duration RENEWABLE = Duration.ofHours(24);

    private final byte[] secret;
    private final InstantSource clock;

    /// @param secret at least 32 bytes
    public Tokens(byte[] secret, InstantSource clock) {
        this.secret = secret.clone();
        this.clock = clock;
    }

    public String forVisitor(String chatId, String site) {
        return sign(
                new JWTClaimsSet.Builder()
                        .issuer(VISITOR_ISSUER)
                        .subject(chatId)
                        .claim("site", site),
                VISITOR_LIFE);
    }

    /// A token of the local identity provider.
    String forAgent(String id, Role role, String name) {
        return sign(
                new JWTClaimsSet.Builder()
                        .issuer(LOCAL_ISSUER)
                        .subject(id)
                        .claim("role", role.name().toLowerCase(Locale.ROOT))
                        .claim("name", name),
                AGENT_LIFE);
    }

    long agentLifeSeconds() {
        return AGENT_LIFE.toSeconds();
    }

    /// The visitor of a token that is valid, or expired no longer than 24 h ago.
    Optional<Caller.Visitor> renewable(String token) {
        return verified(token)
                .filter(claims -> VISITOR_ISSUER.equals(claims.getIssuer()))
                .filter(claims ->
                        claims.getExpirationTime()
                                .toInstant()
                                .plus(RENEWABLE)
                                .isAfter(clock.instant()))
                .map(Tokens::visitor);
    }

    /// The caller of a token that we signed and that has not expired.
    Optional<Caller> caller(String token) {
        return verified(token)
                .filter(claims -> claims.getExpirationTime().toInstant().isAfter(clock.instant()))
                .flatMap(Tokens::caller);
    }

    private static Optional<Caller> caller(JWTClaimsSet claims) {
        return switch (claims.getIssuer()) {
            case VISITOR_ISSUER -> Optional.of(visitor(claims));
            case LOCAL_ISSUER -> Roles.of(claims.getClaim("role")).map(role -> agent(claims, role));
            case null, default -> Optional.empty();
        };
    }

    private static Caller agent(JWTClaimsSet claims, Role role) {
        return new Caller.Agent(claims.getSubject(), role, String.valueOf(claims.getClaim("name")));
    }

    private static Caller.Visitor visitor(JWTClaimsSet claims) {
        return new Caller.Visitor(claims.getSubject(), String.valueOf(claims.getClaim("site")));
    }

    private String sign(JWTClaimsSet.Builder claims, Duration life) {
        Instant now = clock.instant();
        try {
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader(JWSAlgorithm.HS256),
                            claims.issueTime(Date.from(now))
                                    .expirationTime(Date.from(now.plus(life)))
                                    .build());
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the secret can't sign", e);
        }
    }

    private Optional<JWTClaimsSet> verified(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            boolean ours =
                    JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
                            && jwt.verify(new MACVerifier(secret))
                            && jwt.getJWTClaimsSet().getExpirationTime() != null
                            && jwt.getJWTClaimsSet().getSubject() != null;
            return ours ? Optional.of(jwt.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }
}

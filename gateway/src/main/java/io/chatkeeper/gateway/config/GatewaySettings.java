package io.chatkeeper.gateway.config;

import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Every setting of the gateway.
///
/// @param secret Base64, at least 32 bytes; signs visitors' tokens and makes chat ids
/// @param sites file with the sites that may carry the widget
/// @param users file with the users of the local identity provider; unused with an issuer
/// @param issuer an OIDC provider whose tokens are accepted for agents; null for the local one
/// @param roleClaim the claim of such a token that names the role
/// @param chatsPerMinute how many chats one address may open
/// @param limits `off` lifts the rate limits, for a load test
/// @param assistSop the procedure under which agents ask leads
/// @param chatUrl the chat service
/// @param projectionUrl the projection service
/// @param notesUrl the notes service
@ConfigurationProperties("chatkeeper.gateway")
record GatewaySettings(
        String secret,
        @Nullable Path sites,
        @Nullable Path users,
        @Nullable String issuer,
        @DefaultValue("role") String roleClaim,
        @DefaultValue("60") int chatsPerMinute,
        @DefaultValue("on") String limits,
        @DefaultValue("assist-chat") String assistSop,
        @DefaultValue("http://localhost:8081") String chatUrl,
        @DefaultValue("http://localhost:8082") String projectionUrl,
        @DefaultValue("http://localhost:8083") String notesUrl) {
    private static final int SECRET_BYTES = 32;

    GatewaySettings {
        if (secret == null || secret.isBlank() || bytes(secret).length < SECRET_BYTES) {
            throw new IllegalArgumentException("CHATKEEPER_SECRET needs 32 bytes in Base64");
        }
    }

    byte[] secretBytes() {
        return bytes(secret);
    }

    private static byte[] bytes(String secret) {
        return Base64.getDecoder().decode(secret);
    }

    @Override
    public String toString() {
        return "GatewaySettings[…]";
    }
}

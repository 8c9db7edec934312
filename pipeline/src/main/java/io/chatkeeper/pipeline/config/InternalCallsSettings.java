package io.chatkeeper.pipeline.config;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param internalToken what a service must present to call another one; never logged
@ConfigurationProperties("chatkeeper.calls")
public record InternalCallsSettings(String internalToken) {
    public InternalCallsSettings {
        if (internalToken == null || internalToken.length() < 16) {
            throw new IllegalArgumentException("CHATKEEPER_INTERNAL_TOKEN is missing or short");
        }
    }

    @Override
    public String toString() {
        return "InternalCallsSettings[…]";
    }
}

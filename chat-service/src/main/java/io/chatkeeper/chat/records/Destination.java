package io.chatkeeper.chat.records;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Another system that gets chats, such as a CRM.
///
/// @param url where it takes them: https, or http where private addresses are allowed
/// @param secrets it shares with us, each `whsec_` and Base64; signed with all of them, so that one
///   can be exchanged for another without a gap
/// @param privateAddresses `allowed` where the system stands inside; otherwise no request goes to
///   an address that is not public
public record Destination(
        URI url, List<String> secrets, @DefaultValue("refused") Reach privateAddresses) {
    /// Whether addresses may be reached that are not public.
    public enum Reach {
        REFUSED,
        ALLOWED
    }

    /// Refuses what would only fail later.
    ///
    /// @throws IllegalArgumentException if the address or a secret makes no sense
    public Destination {
        boolean plain = "http".equals(url.getScheme()) && privateAddresses == Reach.ALLOWED;
        if (url.getHost() == null || !plain && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException(
                    "an address for records begins with https://, or with http:// where private"
                            + " addresses are allowed");
        }
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("records are signed: a secret is missing");
        }
        secrets.forEach(WebhookSignature::key);
        secrets = List.copyOf(secrets);
    }

    /// Hides the secrets.
    @Override
    public String toString() {
        return "Destination[" + url.getHost() + "]";
    }
}

package io.chatkeeper.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What makes a chat an assist chat: an agent asks for help, and about what (R102-R119).
///
/// @param agentId who asks; they stay the one who asks, whoever answers
/// @param channel the topic channel in which it stands, by its id
/// @param aboutChatId the customer's chat it is about
/// @param resourcesChecked what was looked at before asking (R103)
/// @param confirmed notices that were taken note of (R105)
public record Assist(
        String agentId,
        String agentName,
        String channel,
        @Nullable String template,
        @Nullable String topic,
        String clientId,
        @Nullable String aboutChatId,
        List<String> resourcesChecked,
        List<String> confirmed) {
    /// Lets nobody change what was asked.
    public Assist {
        resourcesChecked = List.copyOf(resourcesChecked);
        confirmed = List.copyOf(confirmed);
    }
}

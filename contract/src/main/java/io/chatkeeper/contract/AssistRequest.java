package io.chatkeeper.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an agent asks a lead (R102-R119): about which client, after having looked where.
///
/// @param channel the topic channel by its id or title; null leaves it to the procedure
/// @param template the form that is filled in, by its name
/// @param topic what it is about, by its id; null lets the procedure recognise it
/// @param aboutChatId the customer's chat it is about
/// @param question the words for the lead; a filled-in form may be pasted into them
/// @param fields of the form, by their labels
/// @param resourcesChecked what was looked at first (R103)
/// @param confirmed notices that the agent has taken note of and passed on, by their ids (R105)
public record AssistRequest(
        @Nullable String channel,
        @Nullable String template,
        @Nullable String topic,
        String clientId,
        @Nullable String aboutChatId,
        PersonalText question,
        Map<String, PersonalText> fields,
        List<String> resourcesChecked,
        List<String> confirmed) {
    /// Lets nobody change what was asked; what is not named is empty.
    public AssistRequest {
        clientId = clientId == null ? "" : clientId;
        question = question == null ? new PersonalText("") : question;
        fields = fields == null ? Map.of() : Map.copyOf(fields);
        resourcesChecked = resourcesChecked == null ? List.of() : List.copyOf(resourcesChecked);
        confirmed = confirmed == null ? List.of() : List.copyOf(confirmed);
    }
}

package io.chatkeeper.simulation;

import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.ClassifyChat;
import io.chatkeeper.contract.ChatCommand.CompleteFollowUp;
import io.chatkeeper.contract.ChatCommand.GiveConductWarning;
import io.chatkeeper.contract.ChatCommand.PostMessage;
import io.chatkeeper.contract.ChatCommand.PromiseFollowUp;
import io.chatkeeper.contract.ChatCommand.RateChat;
import io.chatkeeper.contract.ChatCommand.ReopenChat;
import io.chatkeeper.contract.ChatCommand.SendCustomerUpdate;
import io.chatkeeper.contract.ChatCommand.VerifyCustomer;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.RuleOverride;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What agents do about a case, between the talk and the end. Some of it is refused; that is life.
final class CaseWork {
    private static final RuleOverride BLUNT =
            new RuleOverride("message-dismissive", PersonalText.of("It is so."));

    private CaseWork() {}

    static ChatCommand next(Random chance, String chatId, String id, Instant now) {
        String followUp = "follow-up-" + chance.nextInt(3);
        return switch (chance.nextInt(7)) {
            case 0 -> new VerifyCustomer(chatId, "call-back");
            case 1 -> classify(chance, chatId);
            case 2 -> new GiveConductWarning(chatId, id);
            case 3 ->
                    new PromiseFollowUp(
                            chatId,
                            followUp,
                            PersonalText.of("Call back."),
                            chance.nextInt(3) == 0 ? null : "lee",
                            now.plus(Duration.ofDays(1)));
            case 4 -> new CompleteFollowUp(chatId, followUp, null);
            case 5 ->
                    new SendCustomerUpdate(
                            chatId,
                            id,
                            "Casey",
                            PersonalText.of("We are still looking at your documents."),
                            List.of(),
                            null);
            default ->
                    new PostMessage(
                            chatId,
                            id,
                            null,
                            PersonalText.of("I don't know yet, let me look."),
                            List.of(BLUNT));
        };
    }

    private static ClassifyChat classify(Random chance, String chatId) {
        return new ClassifyChat(
                chatId,
                "rates",
                List.of(chance.nextBoolean() ? "Pending" : "urgent"),
                Map.of("reference", PersonalText.of("7")),
                chance.nextInt(3) == 0,
                List.of());
    }

    static ReopenChat reopening(String chatId) {
        return new ReopenChat(chatId, PersonalText.of("Charged again."));
    }

    static RateChat rating(Random chance, String chatId) {
        return new RateChat(chatId, 1 + chance.nextInt(5), null);
    }
}

package io.chatkeeper.simulation;

import io.chatkeeper.contract.PublicAgentEvent;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.projection.chats.ChatView;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What callers see of the chats, as soon as it is on the topic: they look before they act.
final class Truth {
    private final EventFormat format = new EventFormat(Deciding.JSON, "gateway");
    private final ChatView view = new ChatView(Deciding.JSON);
    private final Map<String, ObjectNode> chats = new TreeMap<>();
    private final Map<String, Question> asked = new TreeMap<>();
    private final Map<String, Question> over = new TreeMap<>();

    Truth(Broker broker) {
        broker.watch(this::take);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(Topics.ROUTING_EVENTS) && !TopicOracle.isPoison(record)) {
            ask(format.read(record.headers(), record.value()).event());
        }
        if (!record.topic().equals(Topics.CHAT_EVENTS)
                || !record.key().startsWith("chat-")
                || TopicOracle.isPoison(record)) {
            return;
        }
        Recorded recorded = format.read(record.headers(), record.value());
        ObjectNode chat =
                chats.computeIfAbsent(record.key(), _ -> Deciding.JSON.createObjectNode());
        if (recorded.envelope().sequence() == chat.path("sequence").asLong(0) + 1) {
            view.fold(chat, recorded);
        }
    }

    private void ask(PublicEvent event) {
        switch (event) {
            case PublicAgentEvent.SlotHeld e ->
                    asked.put(e.chatId(), new Question(e.agentId(), e.offer()));
            case PublicAgentEvent.HoldEnded e -> over(e.chatId(), e.agentId());
            case PublicAgentEvent.SlotGranted e -> over(e.chatId(), e.agentId());
            default -> {}
        }
    }

    private void over(String chatId, String agentId) {
        Question question = asked.get(chatId);
        if (question != null && question.agentId().equals(agentId)) {
            asked.remove(chatId);
            over.put(chatId, question);
        }
    }

    /// Somebody is or was asked whether they take a chat.
    record Question(String agentId, @Nullable Long offer) {}

    /// Who is being asked; null if nobody is.
    @Nullable Question asked(String chatId) {
        return asked.get(chatId);
    }

    /// Whose question was the last one that is over; null if none is.
    @Nullable Question over(String chatId) {
        return over.get(chatId);
    }

    /// The chat's document; empty before it is open.
    ObjectNode chat(String chatId) {
        return chats.getOrDefault(chatId, Deciding.JSON.createObjectNode());
    }
}

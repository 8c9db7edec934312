package io.chatkeeper.simulation;

import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.projection.chats.ChatView;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.node.ObjectNode;

/// What callers see of the chats, as soon as it is on the topic: they look before they act.
final class Truth {
    private final EventFormat format = new EventFormat(Deciding.JSON, "gateway");
    private final ChatView view = new ChatView(Deciding.JSON);
    private final Map<String, ObjectNode> chats = new TreeMap<>();

    Truth(Broker broker) {
        broker.watch(this::take);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
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

    /// The chat's document; empty before it is open.
    ObjectNode chat(String chatId) {
        return chats.getOrDefault(chatId, Deciding.JSON.createObjectNode());
    }
}

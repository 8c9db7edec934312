package io.chatkeeper.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClients;
import io.chatkeeper.projection.ChatLog;
import io.chatkeeper.projection.chats.ChatView;
import io.chatkeeper.projection.chats.OpenChatView;
import io.chatkeeper.testkit.RealParts;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How fast a read model is rebuilt when the log is at its worst: all chats' first events, then all
/// second ones. `CHATKEEPER_REBUILD_CHATS=200000` measures in earnest.
@ExtendWith(RealParts.class)
class RebuildSpeedIT {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildSpeedIT.class);
    private static final String CHATS =
            System.getenv().getOrDefault("CHATKEEPER_REBUILD_CHATS", "2000");
    private static final String AT_ONCE =
            System.getenv().getOrDefault("CHATKEEPER_REBUILD_POLL", "2000");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void interleaved_chats_are_all_rebuilt(RealParts.Addresses addresses) {
        int chats = Integer.parseInt(CHATS);
        int atOnce = Integer.parseInt(AT_ONCE);
        try (var client = MongoClients.create(addresses.mongo())) {
            var store = new ViewStore(client.getDatabase("speed_" + UUID.randomUUID().hashCode()));
            var listening = ChatLog.into(store);
            long nanos = 0;
            for (int step = 1; step <= ChatLog.EVENTS; step++) {
                long spent = 0;
                for (int first = 0; first < chats; first += atOnce) {
                    List<ConsumerRecord<String, byte[]>> batch =
                            ChatLog.batch(step, first, Math.min(first + atOnce, chats));
                    long start = System.nanoTime();
                    listening.onMessage(batch);
                    spent += System.nanoTime() - start;
                }
                nanos += spent;
                LOG.info("step={} events/s={}", step, chats * 1_000_000_000L / spent);
            }
            LOG.info(
                    "rebuilt: chats={} events/s={}",
                    chats,
                    chats * ChatLog.EVENTS * 1_000_000_000L / nanos);
            assertThat(
                            store.list(OpenChatView.COLLECTION, Filters.empty(), 1)
                                    .collectList()
                                    .block(LIMIT))
                    .isEmpty();
            assertThat(
                            store.find(ChatView.COLLECTION, ChatLog.chat(chats - 1))
                                    .block(LIMIT)
                                    .version())
                    .isEqualTo(ChatLog.EVENTS);
        }
    }
}

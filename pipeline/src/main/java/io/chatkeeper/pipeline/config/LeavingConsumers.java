package io.chatkeeper.pipeline.config;

import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/// Makes consumers that leave their group when they are closed, so that an equal has their
/// partitions at once. Without it a member with a name of its own would keep them until its session
/// runs out, which is right for one that crashed and is back in a moment, and wrong for one that
/// said goodbye.
final class LeavingConsumers extends DefaultKafkaConsumerFactory<String, byte[]> {
    LeavingConsumers(Map<String, Object> config) {
        super(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    protected Consumer<String, byte[]> createRawConsumer(Map<String, Object> config) {
        return new ExtendedKafkaConsumer(config) {
            @Override
            public void close() {
                close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
            }
        };
    }
}

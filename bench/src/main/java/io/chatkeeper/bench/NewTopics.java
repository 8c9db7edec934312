package io.chatkeeper.bench;

import io.chatkeeper.bench.targets.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/// Topics, made and ready to be written to.
final class NewTopics {
    private final Admin admin;

    NewTopics(Admin admin) {
        this.admin = admin;
    }

    void create(Collection<String> names) throws ExecutionException, InterruptedException {
        admin.createTopics(names.stream().map(NewTopics::topic).toList()).all().get();
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Connection.PARTITIONS, (short) 1)
                .configs(Map.of("message.timestamp.type", "LogAppendTime"));
    }

    /// Waits until the leader of every partition knows that it is. Before, it may refuse a
    /// producer's first batch and take the second, and the first then never gets in.
    void awaitLeaders() throws ExecutionException, InterruptedException {
        Set<String> names = admin.listTopics().names().get();
        Map<TopicPartition, OffsetSpec> ends =
                admin.describeTopics(names).allTopicNames().get().values().stream()
                        .flatMap(topic -> partitions(topic).stream())
                        .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        // Only the leader answers; the client asks again until it does.
        admin.listOffsets(ends).all().get();
    }

    private static List<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(one -> new TopicPartition(topic.name(), one.partition()))
                .toList();
    }
}

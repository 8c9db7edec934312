package io.chatkeeper.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// A consumer group as its coordinator sees it: who owns what, and how far it is committed. A
/// partition moves after its owner has given it up, or when the owner has been silent too long; the
/// owner does not know then.
final class Group {
    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    private final String name;
    private final Map<TopicPartition, @Nullable SimulatedConsumer> owners = new TreeMap<>(ORDER);
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private final List<SimulatedConsumer> members = new ArrayList<>();
    private int shift;

    Group(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    List<TopicPartition> partitions() {
        return List.copyOf(owners.keySet());
    }

    long committed(TopicPartition partition) {
        return committed.getOrDefault(partition, 0L);
    }

    boolean owns(SimulatedConsumer member, TopicPartition partition) {
        return owners.get(partition) == member;
    }

    /// Commits, unless the partition is somebody else's by now.
    boolean commit(SimulatedConsumer member, TopicPartition partition, long offset) {
        if (!owns(member, partition)) {
            return false;
        }
        committed.put(partition, offset);
        return true;
    }

    /// A member joins; one that takes the place of its former life gets that life's partitions.
    void join(SimulatedConsumer member, List<TopicPartition> subscribed) {
        subscribed.forEach(partition -> owners.putIfAbsent(partition, null));
        for (SimulatedConsumer former : List.copyOf(members)) {
            if (former.life().slot() == member.life().slot()) {
                leave(former);
            }
        }
        members.add(member);
        rebalance();
    }

    boolean has(SimulatedConsumer member) {
        return members.contains(member);
    }

    /// The member has been silent too long, or has left.
    void leave(SimulatedConsumer member) {
        members.remove(member);
        owners.replaceAll((partition, owner) -> {
            if (owner == member) {
                member.lose(partition);
                return null;
            }
            return owner;
        });
    }

    /// Gives everybody their share, another one than before.
    void shuffle() {
        shift++;
        rebalance();
    }

    void rebalance() {
        if (members.isEmpty()) {
            return;
        }
        int i = shift;
        for (TopicPartition partition : partitions()) {
            SimulatedConsumer target = members.get(i++ % members.size());
            SimulatedConsumer owner = owners.get(partition);
            if (owner == null) {
                give(partition, target);
            } else if (owner != target) {
                owner.giveUp(partition);
            }
        }
    }

    /// The owner has given the partition up: it goes to somebody else, if there is somebody.
    void released(TopicPartition partition, SimulatedConsumer owner) {
        if (!owns(owner, partition)) {
            return;
        }
        int next = members.indexOf(owner) + 1;
        give(partition, members.get(next % members.size()));
    }

    private void give(TopicPartition partition, SimulatedConsumer target) {
        owners.put(partition, target);
        target.gain(partition);
    }
}

package io.chatkeeper.pipeline.listening;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Where the records of a poisoned stream wait, in order, until somebody has mended the cause and
/// asked for a replay (P8).
public interface Parking {
    /// A stream whose replay is wanted.
    ///
    /// @param partition where its records came from; the partition's owner replays them
    /// @param without the offset of a record that is to be left out, because it can't be mended
    record Replay(String stream, TopicPartition partition, @Nullable Long without) {}

    /// A stream that is parked.
    ///
    /// @param group the consumer group, with the topics it listens to
    /// @param offset of the record that was poison
    /// @param reason what it met, or what the last replay met
    record Parked(
            String group, String stream, TopicPartition partition, long offset, String reason) {}

    /// Everything that is parked.
    List<Parked> all();

    /// The parked streams of a consumer group.
    Set<String> parked(String group);

    /// Puts a record at the end of its stream's line. Recognises a record it has already.
    void park(String group, ConsumerRecord<String, byte[]> record, String reason);

    /// Asks for a replay; false if no such stream is parked.
    boolean want(String group, String stream, @Nullable Long without);

    /// The replays that were asked for and have not come to an end.
    List<Replay> wanted(String group);

    /// The head of a stream's line, oldest first.
    List<ConsumerRecord<String, byte[]>> line(String group, String stream, int limit);

    /// Takes records out of the line, because they have been handled.
    void remove(String group, List<ConsumerRecord<String, byte[]>> handled);

    /// Ends a replay that met poison again: the rest stays in line.
    void giveUp(String group, String stream, String reason);

    /// Ends a replay that has emptied the line. A record that was parked meanwhile keeps the stream
    /// parked.
    void release(String group, String stream);
}

package io.chatkeeper.pipeline.listening;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Where the records of a poisoned stream wait, in order, until somebody has mended the cause (P8).
public interface Parking {
    /// The parked streams of a consumer group.
    Set<String> parked(String group);

    /// Puts a record at the end of its stream's line. Recognises a record it has already.
    void park(String group, ConsumerRecord<String, byte[]> record, String reason);
}

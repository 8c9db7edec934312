package io.chatkeeper.pipeline.listening;

import io.chatkeeper.contract.Recorded;
import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.sop.UnknownSopVersion;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// A record and what stands in it: an event, or the reason why nobody can read it.
record Read(
        ConsumerRecord<String, byte[]> record,
        @Nullable Recorded event,
        @Nullable RuntimeException poison) {
    static Read of(EventFormat format, ConsumerRecord<String, byte[]> record) {
        try {
            return new Read(record, format.read(record.headers(), record.value()), null);
        } catch (RuntimeException unreadable) {
            return new Read(record, null, unreadable);
        }
    }

    /// The events among them.
    static List<Recorded> events(List<Read> read) {
        return read.stream().map(Read::event).filter(Objects::nonNull).toList();
    }

    /// Gives the event to the handler.
    ///
    /// @return what makes the record poison, if anything does
    @Nullable RuntimeException handle(EventHandler handler) {
        if (event == null) {
            return poison;
        }
        try {
            handler.handle(event);
            return null;
        } catch (StoreUnavailable | UnknownSopVersion later) {
            throw later;
        } catch (RuntimeException broken) {
            return broken;
        }
    }
}

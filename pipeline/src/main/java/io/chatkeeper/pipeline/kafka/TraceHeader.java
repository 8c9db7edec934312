package io.chatkeeper.pipeline.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Where the trace stands in a record: commands and events have it as a CloudEvents extension,
/// replies, which are none, under its own name.
final class TraceHeader {
    static final String OF_EVENTS = "ce_" + Attributes.TRACE;
    static final String OF_REPLIES = Attributes.TRACE;

    private TraceHeader() {}

    static @Nullable String of(Headers headers) {
        Header event = headers.lastHeader(OF_EVENTS);
        Header found = event == null ? headers.lastHeader(OF_REPLIES) : event;
        return found == null ? null : new String(found.value(), StandardCharsets.UTF_8);
    }

    /// Says it anew, in the place where it stands.
    static void replace(Headers headers, String traceparent) {
        String name = headers.lastHeader(OF_EVENTS) == null ? OF_REPLIES : OF_EVENTS;
        headers.remove(name).add(name, bytes(traceparent));
    }

    static byte[] bytes(String traceparent) {
        return traceparent.getBytes(StandardCharsets.UTF_8);
    }
}

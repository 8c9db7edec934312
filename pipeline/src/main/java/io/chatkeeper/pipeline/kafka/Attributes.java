package io.chatkeeper.pipeline.kafka;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Role;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Our CloudEvents extensions: names, and how their values are written. Kept for ever.
final class Attributes {
    static final String SEQUENCE = "sequence";
    static final String PARTITION_KEY = "partitionkey";
    static final String CHAT = "chatid";
    static final String CORRELATION = "correlationid";
    static final String CAUSATION = "causationid";
    static final String ACTOR_KIND = "actorkind";
    static final String ACTOR_ID = "actorid";
    static final String ACTOR_ROLE = "actorrole";
    static final String SOP_VERSION = "sopversion";
    static final String TRACE = "traceparent";
    static final String FINGERPRINT = "fingerprint";
    static final String DEADLINE = "deadline";
    static final String REPLY_INSTANCE = "replyinstance";
    static final String REPLY_PARTITION = "replypartition";
    static final String ORIGIN_POLICY = "originpolicy";
    static final String ORIGIN_STREAM = "originstream";
    static final String ORIGIN_SEQUENCE = "originsequence";
    static final String ORIGIN_INDEX = "originindex";

    private Attributes() {}

    /// `/chatkeeper/<service>/<stream id>`; what may not stand in a URI is escaped.
    static URI source(String service, String streamId) {
        try {
            return new URI(null, null, "/chatkeeper/" + service + "/" + streamId, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no stream id: " + streamId.length(), e);
        }
    }

    static void put(CloudEventBuilder event, String name, @Nullable Object value) {
        if (value != null) {
            event.withExtension(name, value.toString());
        }
    }

    static void actor(CloudEventBuilder event, Actor actor) {
        put(event, ACTOR_KIND, word(actor.kind()));
        put(event, ACTOR_ID, actor.id());
        put(event, ACTOR_ROLE, actor.role() == null ? null : word(actor.role()));
    }

    static Actor actor(CloudEvent event) {
        String role = text(event, ACTOR_ROLE);
        return new Actor(
                ActorKind.valueOf(constant(required(event, ACTOR_KIND))),
                required(event, ACTOR_ID),
                role == null ? null : Role.valueOf(constant(role)));
    }

    static void origin(CloudEventBuilder event, Entry.@Nullable Origin origin) {
        if (origin != null) {
            put(event, ORIGIN_POLICY, origin.policy());
            put(event, ORIGIN_STREAM, origin.streamId());
            put(event, ORIGIN_SEQUENCE, origin.sequence());
            put(event, ORIGIN_INDEX, origin.index());
        }
    }

    static Entry.@Nullable Origin origin(CloudEvent event) {
        String policy = text(event, ORIGIN_POLICY);
        return policy == null
                ? null
                : new Entry.Origin(
                        policy,
                        required(event, ORIGIN_STREAM),
                        Long.parseLong(required(event, ORIGIN_SEQUENCE)),
                        Integer.parseInt(required(event, ORIGIN_INDEX)));
    }

    static CommandRecord.@Nullable ReplyTo replyTo(CloudEvent event) {
        String instance = text(event, REPLY_INSTANCE);
        return instance == null
                ? null
                : new CommandRecord.ReplyTo(
                        instance, Integer.parseInt(required(event, REPLY_PARTITION)));
    }

    static @Nullable Instant instant(CloudEvent event, String name) {
        String text = text(event, name);
        return text == null ? null : Instant.parse(text);
    }

    static String required(CloudEvent event, String name) {
        String text = text(event, name);
        if (text == null) {
            throw new IllegalArgumentException("attribute " + name + " is missing");
        }
        return text;
    }

    static @Nullable String text(CloudEvent event, String name) {
        Object value = event.getExtension(name);
        return value == null ? null : value.toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}

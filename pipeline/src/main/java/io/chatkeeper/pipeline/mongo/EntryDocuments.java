package io.chatkeeper.pipeline.mongo;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Role;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.journal.Entry;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A journal entry as a MongoDB document and back. Field names are stored for ever.
final class EntryDocuments {
    private static final JsonMapper JSON = Json.mapper();

    private EntryDocuments() {}

    /// The entries of a bucket's document, in order; none of a bucket that is not there.
    static List<Entry> entriesOf(@Nullable Document bucket) {
        return bucket == null
                ? List.of()
                : bucket.getList("e", Document.class).stream()
                        .map(EntryDocuments::fromDocument)
                        .toList();
    }

    static Document toDocument(Entry entry) {
        Document document =
                new Document("id", entry.eventId())
                        .append("type", entry.type())
                        .append("seq", entry.sequence())
                        .append("time", Date.from(entry.time()))
                        .append("actor", actor(entry.actor()))
                        .append("command", entry.commandId())
                        .append("fingerprint", entry.fingerprint())
                        .append("correlation", entry.correlationId());
        put(document, "causation", entry.causationId());
        document.append("source", source(entry.source()));
        put(document, "origin", entry.origin() == null ? null : origin(entry.origin()));
        put(document, "sop", entry.sopVersion());
        put(document, "wakeAt", entry.wakeAt() == null ? null : Date.from(entry.wakeAt()));
        put(document, "trace", entry.traceparent());
        put(document, "refused", entry.refused().isEmpty() ? null : refused(entry.refused()));
        return document.append("data", entry.payload()).append("hash", entry.hash());
    }

    private static Entry fromDocument(Document document) {
        return new Entry(
                document.getString("id"),
                document.getString("type"),
                document.getLong("seq"),
                document.getDate("time").toInstant(),
                actor(document.get("actor", Document.class)),
                document.getString("command"),
                document.getString("fingerprint"),
                document.getString("correlation"),
                document.getString("causation"),
                source(document.get("source", Document.class)),
                origin(document.get("origin", Document.class)),
                document.getString("sop"),
                instant(document.getDate("wakeAt")),
                document.getString("trace"),
                refusedOf(document.getList("refused", Document.class)),
                document.getString("data"),
                document.getString("hash"));
    }

    private static Document actor(Actor actor) {
        Document document = new Document("kind", actor.kind().name()).append("id", actor.id());
        put(document, "role", actor.role() == null ? null : actor.role().name());
        return document;
    }

    private static Actor actor(Document document) {
        String role = document.getString("role");
        return new Actor(
                ActorKind.valueOf(document.getString("kind")),
                document.getString("id"),
                role == null ? null : Role.valueOf(role));
    }

    private static Document source(Entry.Source source) {
        return new Document("topic", source.topicId())
                .append("partition", source.partition())
                .append("offset", source.offset());
    }

    private static Entry.Source source(Document document) {
        return new Entry.Source(
                document.getString("topic"),
                document.getInteger("partition"),
                document.getLong("offset"));
    }

    private static Document origin(Entry.Origin origin) {
        return new Document("policy", origin.policy())
                .append("stream", origin.streamId())
                .append("seq", origin.sequence())
                .append("index", origin.index());
    }

    private static Entry.@Nullable Origin origin(@Nullable Document document) {
        return document == null
                ? null
                : new Entry.Origin(
                        document.getString("policy"),
                        document.getString("stream"),
                        document.getLong("seq"),
                        document.getInteger("index"));
    }

    static List<Document> refused(List<Entry.RefusedCommand> refused) {
        return refused.stream()
                .map(one ->
                        new Document("command", one.commandId())
                                .append("fingerprint", one.fingerprint())
                                .append("answer", JSON.writeValueAsString(one.refusal())))
                .toList();
    }

    static List<Entry.RefusedCommand> refusedOf(@Nullable List<Document> documents) {
        return documents == null
                ? List.of()
                : documents.stream()
                        .map(one ->
                                new Entry.RefusedCommand(
                                        one.getString("command"),
                                        one.getString("fingerprint"),
                                        JSON.readValue(one.getString("answer"), Refusal.class)))
                        .toList();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static void put(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }
}

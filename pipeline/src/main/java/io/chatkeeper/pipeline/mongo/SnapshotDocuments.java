package io.chatkeeper.pipeline.mongo;

import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.Snapshot;
import io.chatkeeper.pipeline.journal.Snapshot.Effect;
import io.chatkeeper.pipeline.journal.Snapshot.Mark;
import io.chatkeeper.pipeline.journal.Snapshot.Position;
import io.chatkeeper.pipeline.journal.Snapshot.Remembered;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/// A snapshot as a MongoDB document and back. It may remember some thousand commands, so its field
/// names are short.
final class SnapshotDocuments {
    private SnapshotDocuments() {}

    static Document toDocument(String id, Snapshot snapshot) {
        Remembered memory = snapshot.memory();
        return new Document("_id", id)
                .append("bucket", snapshot.bucket())
                .append("v", snapshot.version())
                .append("hash", snapshot.hash())
                .append("shape", snapshot.shape())
                .append("state", snapshot.state())
                .append("effects", memory.effects().stream().map(SnapshotDocuments::of).toList())
                .append("refused", EntryDocuments.refused(memory.refusals()))
                .append(
                        "positions",
                        memory.positions().stream().map(SnapshotDocuments::of).toList())
                .append("marks", memory.marks().stream().map(SnapshotDocuments::of).toList());
    }

    static Snapshot fromDocument(Document document) {
        List<Entry.RefusedCommand> refused =
                EntryDocuments.refusedOf(document.getList("refused", Document.class));
        return new Snapshot(
                document.getInteger("bucket"),
                document.getLong("v"),
                document.getString("hash"),
                document.getString("shape"),
                document.getString("state"),
                new Remembered(
                        list(document, "effects").map(SnapshotDocuments::effect).toList(),
                        refused,
                        list(document, "positions").map(SnapshotDocuments::position).toList(),
                        list(document, "marks").map(SnapshotDocuments::mark).toList()));
    }

    private static java.util.stream.Stream<Document> list(Document document, String field) {
        return document.getList(field, Document.class).stream();
    }

    private static Document of(Effect effect) {
        return new Document("c", effect.commandId())
                .append("f", effect.fingerprint())
                .append("s", effect.first())
                .append("l", effect.last())
                .append("t", Date.from(effect.at()));
    }

    private static Effect effect(Document document) {
        return new Effect(
                document.getString("c"),
                document.getString("f"),
                document.getLong("s"),
                document.getLong("l"),
                document.getDate("t").toInstant());
    }

    private static Document of(Position position) {
        return new Document("p", position.policy())
                .append("s", position.streamId())
                .append("n", position.sequence())
                .append("i", position.index());
    }

    private static Position position(Document document) {
        return new Position(
                document.getString("p"),
                document.getString("s"),
                document.getLong("n"),
                document.getInteger("i"));
    }

    private static Document of(Mark mark) {
        return new Document("t", mark.topicId())
                .append("p", mark.partition())
                .append("o", mark.offset());
    }

    private static Mark mark(Document document) {
        return new Mark(document.getString("t"), document.getInteger("p"), document.getLong("o"));
    }
}

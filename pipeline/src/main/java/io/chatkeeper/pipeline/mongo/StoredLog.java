package io.chatkeeper.pipeline.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.chatkeeper.pipeline.journal.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.bson.Document;

/// The journal of one service, for programs that read all of it.
public final class StoredLog implements AutoCloseable {
    private final MongoClient client;
    private final JournalWalk walk;

    private StoredLog(MongoClient client, String service) {
        this.client = client;
        this.walk =
                new JournalWalk(
                        client.getDatabase("chatkeeper_" + service).getCollection("journal"));
    }

    /// @param uri the address of the store
    /// @param service the short name of the service, such as `sla`
    public static StoredLog of(String uri, String service) {
        return new StoredLog(MongoClients.create(uri), service);
    }

    /// Tells every stream with all its entries, one stream after the other.
    ///
    /// @throws io.chatkeeper.pipeline.StoreUnavailable if the store does not answer
    public void follow(BiConsumer<String, List<Entry>> told) {
        Gathering gathering = new Gathering(told);
        walk.walk(null, gathering);
        gathering.tell();
    }

    @Override
    public void close() {
        client.close();
    }

    /// Puts the buckets of a stream together.
    private static final class Gathering implements JournalWalk.Visitor {
        private final BiConsumer<String, List<Entry>> told;
        private final List<Entry> entries = new ArrayList<>();
        private String stream = "";

        Gathering(BiConsumer<String, List<Entry>> told) {
            this.told = told;
        }

        @Override
        public void take(DocumentName place, Document document) {
            if (!place.stream().equals(stream)) {
                tell();
                stream = place.stream();
            }
            if (!place.snapshot()) {
                entries.addAll(EntryDocuments.entriesOf(document));
            }
        }

        void tell() {
            if (!entries.isEmpty()) {
                told.accept(stream, List.copyOf(entries));
                entries.clear();
            }
        }
    }
}

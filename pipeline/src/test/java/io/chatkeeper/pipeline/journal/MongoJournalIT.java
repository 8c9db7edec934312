package io.chatkeeper.pipeline.journal;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.chatkeeper.pipeline.mongo.MongoJournal;
import io.chatkeeper.testkit.RealParts;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// The suite against the embedded store, which `./run` uses.
@ExtendWith(RealParts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoJournalIT extends JournalConformance {
    private static final AtomicInteger JOURNALS = new AtomicInteger();

    private final MongoClient client;
    private @Nullable MongoJournal journal;

    MongoJournalIT(RealParts.Addresses addresses) {
        client = MongoClients.create(addresses.mongo());
    }

    @Override
    Journal open() {
        String collection = "journal" + JOURNALS.incrementAndGet();
        MongoJournal opened =
                new MongoJournal(client.getDatabase("conformance").getCollection(collection));
        journal = opened;
        return opened;
    }

    @AfterEach
    void close() {
        if (journal != null) {
            journal.close();
        }
    }

    @AfterAll
    void disconnect() {
        client.close();
    }
}

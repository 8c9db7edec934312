package io.chatkeeper.pipeline.journal;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.chatkeeper.pipeline.mongo.MongoJournal;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/// The suite against a real MongoDB, where there is a container engine.
@Testcontainers(disabledWithoutDocker = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoJournalContainerIT extends JournalConformance {
    private static final AtomicInteger JOURNALS = new AtomicInteger();

    @Container private static final MongoDBContainer MONGO = new MongoDBContainer("mongo:7.0");

    private @Nullable MongoClient client;
    private @Nullable MongoJournal journal;

    @Override
    Journal open() {
        String collection = "journal" + JOURNALS.incrementAndGet();
        MongoJournal opened =
                new MongoJournal(client().getDatabase("conformance").getCollection(collection));
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
        client().close();
    }

    private MongoClient client() {
        MongoClient connected = client;
        if (connected == null) {
            connected = MongoClients.create(MONGO.getConnectionString());
            client = connected;
        }
        return connected;
    }
}

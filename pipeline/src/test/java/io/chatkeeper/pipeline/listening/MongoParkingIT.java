package io.chatkeeper.pipeline.listening;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.chatkeeper.pipeline.mongo.MongoParking;
import io.chatkeeper.testkit.RealParts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// The suite against the embedded store, which `./run` uses.
@ExtendWith(RealParts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoParkingIT extends ParkingConformance {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final MongoClient client;

    MongoParkingIT(RealParts.Addresses addresses) {
        client = MongoClients.create(addresses.mongo());
    }

    @Override
    MongoParking open() {
        return new MongoParking(client.getDatabase("parking" + DATABASES.incrementAndGet()));
    }

    @AfterAll
    void disconnect() {
        client.close();
    }

    @Test
    void a_view_learns_which_of_its_streams_are_parked() {
        MongoParking parking = open();
        parking.park("views", Records.record("chat-a", 1), "reason");
        parking.park("views", Records.record("chat-b", 2), "reason");
        parking.park("others", Records.record("chat-c", 3), "reason");
        assertThat(
                        parking.parkedAmong("views", List.of("chat-a", "chat-c", "chat-d"))
                                .block(Duration.ofSeconds(30)))
                .containsExactly("chat-a");
    }
}

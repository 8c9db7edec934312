package io.chatkeeper.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.chatkeeper.contract.PublicChatEvent.ChatClosed;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.config.InternalCallsConfig;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.projection.chats.ChatStories;
import io.chatkeeper.projection.views.Folded;
import io.chatkeeper.projection.views.ViewStore;
import io.chatkeeper.testkit.RealParts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The service as it runs, with the real broker and the embedded store.
@ExtendWith(RealParts.class)
class GenerationIT {
    private static final String TOKEN = "a-token-of-the-house";
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int CHATS = 6;
    private static final List<String> COLLECTIONS = List.of("chats", "openChats", "chatPages");
    private static final EventFormat FORMAT = new EventFormat(Happened.JSON, "chat");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private RealParts.Addresses parts;
    private MongoClient client;
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void connect(RealParts.Addresses addresses) {
        parts = addresses;
        client = MongoClients.create(addresses.mongo());
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", addresses.kafka(), "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    @AfterEach
    void disconnect() {
        running.forEach(ConfigurableApplicationContext::close);
        producer.close();
        client.close();
        http.close();
    }

    /// Starts a generation, and returns its address once it is ready.
    private String start(String generation) throws Exception {
        var context =
                new SpringApplicationBuilder(ProjectionServiceApplication.class)
                        .run(
                                "--server.port=0",
                                "--chatkeeper.pipeline.kafka=" + parts.kafka(),
                                "--chatkeeper.pipeline.mongo=" + parts.mongo(),
                                "--chatkeeper.pipeline.partitions=3",
                                "--chatkeeper.calls.internal-token=" + TOKEN,
                                "--chatkeeper.projection.generation=" + generation);
        running.add(context);
        String port = context.getEnvironment().getProperty("local.server.port");
        String url = "http://localhost:" + port;
        eventually(() -> call("GET", url + "/actuator/health/readiness").statusCode() == 200);
        return url;
    }

    private java.net.http.HttpResponse<String> call(String method, String url) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .header(InternalCallsConfig.TOKEN_HEADER, TOKEN)
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("within " + LIMIT).isLessThan(deadline);
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private void send(Recorded recorded) {
        producer.send(FORMAT.write(Topics.CHAT_EVENTS, recorded));
    }

    private Map<String, Folded> documents(String generation) {
        var store = new ViewStore(client.getDatabase("chatkeeper_projection_" + generation));
        Map<String, Folded> all = new TreeMap<>();
        for (String collection : COLLECTIONS) {
            store.list(collection, Filters.empty(), 10_000)
                    .collectList()
                    .block(LIMIT)
                    .forEach(found -> all.put(collection + "/" + found.id(), found));
        }
        return all;
    }

    private static boolean isDone(Map<String, Folded> documents, List<Recorded> log) {
        Map<String, Long> last = new TreeMap<>();
        log.forEach(one -> last.put(one.envelope().streamId(), one.envelope().sequence()));
        return last.entrySet().stream()
                .allMatch(end -> {
                    Folded chat = documents.get("chats/" + end.getKey());
                    return chat != null && chat.version() == end.getValue();
                });
    }

    @Test
    void a_new_generation_is_ready_with_the_same_documents_and_a_parked_stream_is_replayed()
            throws Exception {
        String first = start("first");
        List<Recorded> log = ChatStories.interleaved(CHATS, 120, new Random(11));
        for (int at = 0; at < log.size(); at++) {
            send(log.get(at));
            if (at % 50 == 49) {
                for (Recorded again : log.subList(at - 20, at + 1)) {
                    send(again);
                }
            }
        }
        eventually(() -> isDone(documents("first"), log));
        start("second");
        assertThat(documents("second")).isEqualTo(documents("first"));
        assertThat(documents("second").keySet()).anyMatch(name -> name.startsWith("chatPages/"));
        replay(first, log);
    }

    private void replay(String url, List<Recorded> log) throws Exception {
        String chat = "chat-1";
        long offset =
                producer.send(new ProducerRecord<>(Topics.CHAT_EVENTS, chat, new byte[] {1}))
                        .get()
                        .offset();
        Recorded closed = closed(chat, log);
        send(closed);
        String document = url + "/internal/chats/" + chat;
        eventually(() -> call("GET", document).body().contains("\"incomplete\":true"));
        assertThat(call("GET", url + "/internal/chats/chat-3").body()).doesNotContain("incomplete");
        assertThat(call("GET", url + "/internal/parked").body()).contains(chat);
        String group = "chatkeeper-projection-first/" + String.join("-", Topics.EVENTS);
        String wish =
                url + "/internal/parked/replay?group=" + group + "&stream=" + chat + "&without=";
        assertThat(call("POST", wish + offset).statusCode()).isEqualTo(202);
        eventually(() -> call("GET", document).body().contains("\"state\":\"closed\""));
        eventually(() -> !call("GET", document).body().contains("incomplete"));
        assertThat(documents("first").get("chats/" + chat).version())
                .isEqualTo(closed.envelope().sequence());
    }

    private static Recorded closed(String chat, List<Recorded> log) {
        var story = log.stream().filter(one -> one.envelope().streamId().equals(chat)).toList();
        Happened whole = Happened.on(chat);
        story.forEach(one -> whole.then(one.event()));
        whole.then(new ChatClosed(chat, "casey", null, "front", "done"));
        return whole.events().getLast();
    }
}

package io.chatkeeper.pipeline.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.chatkeeper.pipeline.journal.Append;
import io.chatkeeper.pipeline.journal.Entries;
import io.chatkeeper.pipeline.journal.StreamEnd;
import io.chatkeeper.testkit.RealParts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

/// Somebody with access to the store changes what is written; the log gives it away.
@ExtendWith(RealParts.class)
class VerifyLogIT {
    private static final Pattern FINGERPRINT =
            Pattern.compile("chatkeeper_sla: .* fingerprint ([0-9a-f]+)");

    private final String uri;
    private final MongoClient client;
    private final MongoCollection<Document> collection;
    private final MongoJournal journal;

    VerifyLogIT(RealParts.Addresses addresses) {
        uri = addresses.mongo();
        client = MongoClients.create(uri);
        collection = client.getDatabase("chatkeeper_sla").getCollection("journal");
        journal = new MongoJournal(collection);
    }

    @BeforeEach
    void writeThreeStreams() {
        Mono.from(collection.drop()).block();
        append("clock-1", StreamEnd.START, 3);
        append("clock-2", StreamEnd.START, 5);
        StreamEnd full = append("clock-long", StreamEnd.START, 128);
        journal.keep("clock-long", Entries.snapshot(full, "words"));
        append("clock-long", full.rolled(), 10);
    }

    @AfterEach
    void disconnect() {
        Mono.from(collection.drop()).block();
        journal.close();
        client.close();
    }

    @Test
    void an_untouched_log_is_whole() {
        assertThat(verify(null, VerifyLog.WHOLE))
                .contains("chatkeeper_sla: 3 streams, 146 events, 0 broken", "the log is whole");
    }

    @Test
    void a_log_is_known_by_its_fingerprint() {
        String once = fingerprint();
        assertThat(fingerprint()).isEqualTo(once).hasSize(64);
        append("clock-3", StreamEnd.START, 1);
        assertThat(fingerprint()).isNotEqualTo(once);
    }

    private String fingerprint() {
        Matcher found = FINGERPRINT.matcher(verify(null, VerifyLog.WHOLE));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void a_changed_word_is_named_by_its_sequence() {
        change("clock-2#0", Updates.set("e.2.data", "{\"words\":\"goodbye\"}"));

        assertThat(verify(null, VerifyLog.BROKEN))
                .contains("chatkeeper_sla clock-2: broken at sequence 3", "BROKEN in 1 streams");
        assertThat(verify("clock-2", VerifyLog.BROKEN)).contains("clock-2: broken at sequence 3");
        assertThat(verify("clock-1", VerifyLog.WHOLE)).contains("1 streams, 3 events");
    }

    @Test
    void so_is_a_changed_author_or_time() {
        change("clock-1#0", Updates.set("e.1.actor.id", "nobody"));
        change("clock-long#1", Updates.set("e.0.time", java.util.Date.from(Entries.NOON)));

        assertThat(verify(null, VerifyLog.BROKEN))
                .contains("clock-1: broken at sequence 2", "clock-long: broken at sequence 129");
    }

    @Test
    void an_entry_taken_out_leaves_a_gap() {
        change("clock-2#0", Updates.pull("e", new Document("seq", 2L)));

        assertThat(verify(null, VerifyLog.BROKEN)).contains("clock-2: broken at sequence 2");
    }

    @Test
    void a_bucket_cut_off_is_missed_by_the_one_after_or_by_its_snapshot() {
        Mono.from(collection.deleteOne(new Document("_id", "clock-long#0"))).block();

        assertThat(verify(null, VerifyLog.BROKEN)).contains("clock-long: broken at sequence 1");
    }

    @Test
    void an_entry_that_cannot_be_read_is_broken_too() {
        change("clock-1#0", Updates.set("e.0.actor", "somebody"));

        assertThat(verify(null, VerifyLog.BROKEN)).contains("clock-1: broken at sequence 1");
    }

    @Test
    void a_stream_that_does_not_exist_is_said_so() {
        assertThat(verify("clock-9", VerifyLog.UNREADABLE)).contains("no such stream: clock-9");
    }

    private String verify(@Nullable String stream, int code) {
        var said = new ByteArrayOutputStream();
        assertThat(VerifyLog.run(uri, stream, new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isEqualTo(code);
        return said.toString(StandardCharsets.UTF_8);
    }

    private void change(String id, Bson change) {
        Mono.from(collection.updateOne(new Document("_id", id), change)).block();
    }

    private StreamEnd append(String stream, StreamEnd end, int count) {
        Append append = Entries.append(stream, end, count);
        journal.append(append).join();
        return append.after();
    }
}

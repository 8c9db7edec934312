package io.chatkeeper.pipeline.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ChatCommand.LeaveChat;
import io.chatkeeper.contract.PublicChatEvent.VisitorLeft;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Reply;
import io.chatkeeper.contract.Role;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.OutgoingCommand;
import io.chatkeeper.pipeline.journal.Entries;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/// What others read on the wire: header names and values are kept for ever.
class FormatsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Actor CASEY = Actor.agent("casey", Role.CSR);

    private final CommandFormat commands = new CommandFormat(Json.mapper(), "gateway");
    private final EventFormat events = new EventFormat(Json.mapper(), "chat");

    @Test
    void a_command_is_a_cloud_event_in_binary_mode() {
        ProducerRecord<String, byte[]> record = commands.write(leave(), NOON);

        assertThat(record.topic()).isEqualTo("chat.commands");
        assertThat(record.key()).isEqualTo("chat-1");
        assertThat(text(record.value())).isEqualTo("{\"chatId\":\"chat-1\"}");
        assertThat(headers(record))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", "command-1")
                .containsEntry("ce_type", "io.chatkeeper.chat.leave.v1")
                .containsEntry("ce_source", "/chatkeeper/gateway/chat-1")
                .containsEntry("ce_subject", "chat-1")
                .containsEntry("ce_time", "2026-11-22T12:00:00Z")
                .containsEntry("content-type", "application/json")
                .containsEntry("ce_partitionkey", "chat-1")
                .containsEntry("ce_correlationid", "correlation")
                .containsEntry("ce_causationid", "causation")
                .containsEntry("ce_actorkind", "agent")
                .containsEntry("ce_actorid", "casey")
                .containsEntry("ce_actorrole", "csr")
                .containsEntry("ce_fingerprint", "fingerprint")
                .containsEntry("ce_deadline", "2026-11-22T12:00:30Z")
                .containsEntry("ce_replyinstance", "gateway-1")
                .containsEntry("ce_replypartition", "4")
                .containsEntry("ce_originpolicy", "toy.policy")
                .containsEntry("ce_originstream", "agent-casey")
                .containsEntry("ce_originsequence", "7")
                .containsEntry("ce_originindex", "1")
                .containsEntry("ce_traceparent", "00-trace-span-01");
    }

    @Test
    void a_command_is_read_as_it_was_sent_at_the_brokers_time() {
        CommandRecord read = commands.read(received(commands.write(leave(), NOON)), "topic-id");

        assertThat(read.at()).isEqualTo(NOON.plusMillis(5));
        assertThat(read.source()).isEqualTo(new Entry.Source("topic-id", 2, 42));
        assertThat(read.streamId()).isEqualTo("chat-1");
        assertThat(read.type()).isEqualTo("io.chatkeeper.chat.leave.v1");
        assertThat(read.actor()).isEqualTo(CASEY);
        OutgoingCommand sent = leave();
        assertThat(read.commandId()).isEqualTo(sent.commandId());
        assertThat(read.correlationId()).isEqualTo(sent.correlationId());
        assertThat(read.causationId()).isEqualTo(sent.causationId());
        assertThat(read.fingerprint()).isEqualTo(sent.fingerprint());
        assertThat(read.deadline()).isEqualTo(sent.deadline());
        assertThat(read.replyTo()).isEqualTo(sent.replyTo());
        assertThat(read.origin()).isEqualTo(sent.origin());
        assertThat(read.traceparent()).isEqualTo(sent.traceparent());
        assertThat(text(read.payload())).isEqualTo("{\"chatId\":\"chat-1\"}");
    }

    @Test
    void a_record_that_is_no_command_or_too_large_is_not_read() {
        var nonsense =
                new ProducerRecord<>(
                        "chat.commands", "chat-1", "?".getBytes(StandardCharsets.UTF_8));
        var large = commands.write(leave(), NOON);
        var grown =
                new ProducerRecord<>(
                        large.topic(),
                        null,
                        large.key(),
                        new byte[CommandFormat.PAYLOAD_BYTES + 1],
                        large.headers());

        assertThatThrownBy(() -> commands.read(received(nonsense), "t"))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> commands.read(received(grown), "t"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_event_is_a_cloud_event_in_binary_mode() {
        ProducerRecord<String, byte[]> record = events.write("chat.events", left());

        assertThat(record.key()).isEqualTo("chat-1");
        assertThat(text(record.value())).isEqualTo("{\"chatId\":\"chat-1\",\"reason\":\"left\"}");
        assertThat(headers(record))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", "chat-1/7")
                .containsEntry("ce_type", "io.chatkeeper.chat.visitor-left.v1")
                .containsEntry("ce_source", "/chatkeeper/chat/chat-1")
                .containsEntry("ce_subject", "chat-1")
                .containsEntry("ce_time", "2026-11-22T12:00:00.13Z")
                .containsEntry("ce_sequence", "0000000000000000007")
                .containsEntry("ce_partitionkey", "chat-1")
                .containsEntry("ce_chatid", "chat-1")
                .containsEntry("ce_correlationid", "correlation")
                .containsEntry("ce_causationid", "command-chat-1/7")
                .containsEntry("ce_actorkind", "agent")
                .containsEntry("ce_actorid", "casey")
                .containsEntry("ce_actorrole", "csr")
                .containsEntry("ce_sopversion", "tidio-loan@1")
                .containsEntry("ce_traceparent", "00-trace-span-01");
    }

    @Test
    void an_event_is_read_as_it_was_written() {
        ProducerRecord<String, byte[]> record = events.write("chat.events", left());

        assertThat(events.read(record.headers(), record.value())).isEqualTo(left());
    }

    @Test
    void an_event_of_a_type_that_nobody_knows_is_not_read() {
        ProducerRecord<String, byte[]> record = events.write("chat.events", left());
        record.headers()
                .remove("ce_type")
                .add("ce_type", "io.other.v1".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> events.read(record.headers(), record.value()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_reply_is_read_as_it_was_written() {
        Reply yes = new Reply("command-1", "print-1", "chat-1", 7, List.of(left()), null);
        Reply no =
                new Reply(
                        "command-1",
                        "print-1",
                        "chat-1",
                        0,
                        List.of(),
                        Refusal.of(RefusalKind.CONFLICT, "illegal-state", "Not now."));

        for (Reply reply : List.of(yes, no)) {
            byte[] bytes = ReplyFormat.write(Json.mapper(), reply);
            assertThat(ReplyFormat.read(Json.mapper(), bytes)).isEqualTo(reply);
        }
    }

    private static Recorded left() {
        VisitorLeft event = new VisitorLeft("chat-1", "left");
        Entry entry = Entries.entry("chat-1", 7, null, "{}");
        return new Recorded(EventFormat.envelope("chat-1", entry, event), event);
    }

    private static OutgoingCommand leave() {
        return new OutgoingCommand(
                "command-1",
                new LeaveChat("chat-1"),
                CASEY,
                "correlation",
                "causation",
                "fingerprint",
                NOON.plusSeconds(30),
                new CommandRecord.ReplyTo("gateway-1", 4),
                new Entry.Origin("toy.policy", "agent-casey", 7, 1),
                "00-trace-span-01");
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                2,
                42,
                NOON.plusMillis(5).toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                -1,
                -1,
                sent.key(),
                sent.value(),
                new RecordHeaders(sent.headers()),
                Optional.empty());
    }

    private static Map<String, String> headers(ProducerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return headers;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

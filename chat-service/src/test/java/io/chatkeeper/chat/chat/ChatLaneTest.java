package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.chat.publishing.ChatPublisher;
import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ChatCommand.OpenChat;
import io.chatkeeper.contract.ChatCommand.PostMessage;
import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.Pause;
import io.chatkeeper.pipeline.axon.AxonDecisions;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.InMemoryJournal;
import io.chatkeeper.pipeline.journal.StreamEnd;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import io.chatkeeper.pipeline.lanes.Lanes;
import io.chatkeeper.pipeline.lanes.Outlet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Commands through a lane and Axon into a journal, as in production, but in memory.
@Timeout(20)
class ChatLaneTest implements Outlet {
    private static final OpenChat OPEN =
            new OpenChat(
                    CHAT, "CK-1", "loan", "tidio-loan", customer(), null, text("Hello?"), Map.of());

    private final InMemoryJournal journal = new InMemoryJournal();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private Lanes lanes = newLife();
    private long offset;

    @Test
    void a_command_leads_to_entries_under_their_wire_names() {
        send("a", OPEN, VISITOR);

        List<Entry> entries = journal.read(CHAT, 0, 1_000);
        assertThat(entries)
                .extracting(Entry::type)
                .containsExactly(
                        "io.chatkeeper.chat.opened.v1", "io.chatkeeper.chat.message-posted.v1");
        assertThat(entries)
                .allSatisfy(entry -> {
                    assertThat(entry.time()).isEqualTo(NOON);
                    assertThat(entry.actor()).isEqualTo(VISITOR);
                    assertThat(entry.sopVersion()).isEqualTo("tidio-loan@3");
                });
        assertThat(told).containsExactly("event 1", "event 2", "reply a: ok");
    }

    @Test
    void a_refused_command_leaves_no_trace() {
        send("a", OPEN, VISITOR);
        send("b", post("Hi"), CAM);
        send("c", post("Are you there?"), VISITOR);

        assertThat(journal.read(CHAT, 0, 1_000)).hasSize(3);
        assertThat(told).endsWith("reply b: not-yours", "event 3", "reply c: ok");
    }

    @Test
    void a_chat_is_built_again_from_its_entries() {
        send("a", OPEN, VISITOR);
        lanes = newLife();
        send("b", OPEN, VISITOR);
        send("c", post("Are you there?"), VISITOR);

        assertThat(told).endsWith("reply b: chat-exists", "event 3", "reply c: ok");
    }

    @Test
    void a_refusal_before_the_opening_does_not_spoil_it() {
        send("a", post("Hi"), VISITOR);
        send("b", new WakeUp(CHAT, NOON), Actor.system("wake-up"));
        send("c", OPEN, VISITOR);

        assertThat(told)
                .containsExactly(
                        "reply a: unknown-chat",
                        "reply b: ok",
                        "event 1",
                        "event 2",
                        "reply c: ok");
    }

    @Test
    void a_long_chat_goes_on_from_its_snapshot_in_the_next_life() {
        send("a", OPEN, VISITOR);
        for (int i = 0; i < StreamEnd.BUCKET_EVENTS; i++) {
            send("m-" + i, post("Are you there? " + i), VISITOR);
        }
        lanes = newLife();
        told.clear();

        send("b", post("Hello?"), VISITOR);
        send("c", OPEN, VISITOR);

        assertThat(journal.load(CHAT, shape()).snapshot()).isNotNull();
        assertThat(told).containsExactly("event 131", "reply b: ok", "reply c: chat-exists");
    }

    @Test
    void a_command_under_a_foreign_key_is_poison() {
        send("a", OPEN, VISITOR);
        PostMessage elsewhere = new PostMessage("chat-2", "m", null, text("Hi"), List.of());
        lanes.enqueue(record("b", elsewhere, VISITOR, CHAT)).join();
        send("c", post("Are you there?"), VISITOR);

        assertThat(told).endsWith("buried b", "event 3", "reply c: ok");
    }

    private Lanes newLife() {
        return new Lanes(
                journal,
                decisions(),
                this,
                Pause.REAL,
                new Lanes.Bounds(1_000, 64),
                () -> {
                    throw new IllegalStateException("a lane died");
                });
    }

    private static AxonDecisions decisions() {
        var rooms = List.of(ChatAggregate.room(ChatPublisher::publicForm));
        return new AxonDecisions(List.copyOf(rooms), List.<Object>of(SOPS), Json.mapper());
    }

    private static String shape() {
        return decisions().shapeOf(CHAT);
    }

    private void send(String id, Command command, Actor actor) {
        lanes.enqueue(record(id, command, actor, command.streamId())).join();
    }

    private CommandRecord record(String id, Command command, Actor actor, String key) {
        return new CommandRecord(
                new Entry.Source("topic-id", 0, offset++),
                NOON,
                id,
                WireNames.of(command.getClass()),
                key,
                actor,
                "correlation",
                null,
                "fingerprint",
                null,
                null,
                null,
                null,
                Json.mapper().writeValueAsBytes(command));
    }

    @Override
    public CompletableFuture<?> accepted(
            CommandRecord command, long sequence, List<Entry> entries) {
        entries.forEach(entry -> tell("event " + entry.sequence()));
        return repeated(command, sequence, entries);
    }

    @Override
    public CompletableFuture<?> repeated(
            CommandRecord command, long sequence, List<Entry> entries) {
        return tell("reply " + command.commandId() + ": ok");
    }

    @Override
    public CompletableFuture<?> refused(CommandRecord command, Refusal refusal) {
        return tell("reply " + command.commandId() + ": " + refusal.code());
    }

    @Override
    public CompletableFuture<?> bury(CommandRecord command, String reason) {
        return tell("buried " + command.commandId());
    }

    @Override
    public void wake(String streamId, @Nullable Instant at) {}

    private CompletableFuture<?> tell(String line) {
        told.add(line);
        return CompletableFuture.completedFuture(null);
    }
}

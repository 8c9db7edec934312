package io.chatkeeper.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.DeskCommand.ConfirmPlacement;
import io.chatkeeper.contract.DeskCommand.NoteMember;
import io.chatkeeper.contract.DeskCommand.QueueChat;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Wants;
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
import io.chatkeeper.routing.publishing.RoutingPublisher;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A desk through a lane and Axon into a journal, as in production, but in memory.
@Timeout(60)
class DeskLaneTest implements Outlet {
    private static final String DESK = "customer-service";
    private static final SopRegister SOPS = new SopRegister();

    private final InMemoryJournal journal = new InMemoryJournal();
    private Lanes lanes = newLife();
    private long offset;

    @BeforeAll
    static void publish() throws IOException {
        var file = RealParts.repositoryRoot().resolve("deploy/sops/tidio-loan.yaml");
        SOPS.add(SopReader.read(Files.readAllBytes(file)));
    }

    @Test
    void a_desk_goes_on_from_its_snapshot_with_its_line_its_people_and_its_customers() {
        note("casey", 0);
        queue(1);
        send(new ConfirmPlacement(DESK, chat(1), "casey", null, null));
        for (int i = 2; i < 2 * StreamEnd.BUCKET_EVENTS; i++) {
            queue(i);
        }
        lanes = newLife();

        note("cam", 0);

        var snapshot = Objects.requireNonNull(journal.load("desk-" + DESK, shape()).snapshot());
        assertThat(snapshot.state()).contains("customer-1");
        List<Entry> entries = journal.read("desk-" + DESK, 0, 1_000);
        assertThat(entries.getLast().type()).isEqualTo("io.chatkeeper.desk.chat-offered.v1");
        assertThat(entries.getLast().payload()).contains("\"cam\"", chat(7));
    }

    private void note(String agent, int held) {
        var profile =
                new AgentProfile(
                        agent, agent, Role.CSR, DESK, List.of(), List.of("loans"), List.of(), 3);
        send(new NoteMember(DESK, profile, AgentStatus.AVAILABLE, held));
    }

    private void queue(int n) {
        Wants wants = new Wants("customer-" + n, null, "es");
        send(new QueueChat(DESK, chat(n), null, null, null, wants));
    }

    private static String chat(int n) {
        return "chat-%036d".formatted(n);
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
        var rooms = List.of(DeskAggregate.room(RoutingPublisher::ofDesk));
        return new AxonDecisions(List.copyOf(rooms), List.<Object>of(SOPS), Json.mapper());
    }

    private static String shape() {
        return decisions().shapeOf("desk-" + DESK);
    }

    private void send(Command command) {
        long n = offset++;
        lanes.enqueue(
                        new CommandRecord(
                                new Entry.Source("topic-id", 0, n),
                                Instant.EPOCH,
                                "c" + n,
                                WireNames.of(command.getClass()),
                                command.streamId(),
                                Actor.system("test"),
                                "correlation",
                                null,
                                "fingerprint",
                                null,
                                null,
                                null,
                                null,
                                Json.mapper().writeValueAsBytes(command)))
                .join();
    }

    @Override
    public CompletableFuture<?> accepted(
            CommandRecord command, long sequence, List<Entry> entries) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<?> repeated(
            CommandRecord command, long sequence, List<Entry> entries) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<?> refused(CommandRecord command, Refusal refusal) {
        throw new IllegalStateException("refused: " + refusal.code());
    }

    @Override
    public CompletableFuture<?> bury(CommandRecord command, String reason) {
        throw new IllegalStateException("buried: " + reason);
    }

    @Override
    public void wake(String streamId, @Nullable Instant at) {}
}

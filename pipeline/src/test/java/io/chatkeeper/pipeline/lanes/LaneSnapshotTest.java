package io.chatkeeper.pipeline.lanes;

import static io.chatkeeper.pipeline.lanes.Toy.NOON;
import static io.chatkeeper.pipeline.lanes.Toy.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.pipeline.Pause;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.StreamEnd;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a stream still knows when it is built from a snapshot.
class LaneSnapshotTest {
    private final FlakyJournal journal = new FlakyJournal();
    private final Toy toy = new Toy();
    private final Heard heard = new Heard();
    private Streams streams = new Streams(journal, toy, 1_000);

    @Test
    void a_snapshot_is_kept_before_the_next_bucket_begins() throws InterruptedException {
        fillBucket();
        assertThat(journal.snapshots()).isEmpty();

        run(command("next", 1_000, "say next"));

        assertThat(journal.snapshots()).hasSize(1);
        assertThat(journal.snapshots().getFirst().version()).isEqualTo(StreamEnd.BUCKET_EVENTS);
        assertThat(journal.load("toy-1", "words").entries()).hasSize(1);
    }

    @Test
    void the_next_life_goes_on_with_the_state_of_the_snapshot() throws InterruptedException {
        fillBucket();
        run(command("next", 1_000, "say next"));
        heard.take();

        newLife();
        run(command("a", 1_001, "need word-7"));

        assertThat(heard.take()).containsExactly("event 130", "reply a: [130]");
    }

    @Test
    void a_crash_between_snapshot_and_first_event_changes_nothing() throws InterruptedException {
        fillBucket();
        journal.loseAppends(1);
        run(command("next", 1_000, "say next"));
        newLife();
        run(command("more", 1_001, "need next"));

        assertThat(heard.take()).endsWith("event 130", "reply more: [130]");
        assertThat(journal.snapshots()).hasSize(1);
    }

    @Test
    void commands_from_before_the_snapshot_are_still_remembered() throws InterruptedException {
        fillBucket();
        run(command("next", 1_000, "say next"));
        newLife();
        heard.take();
        int decided = toy.decided();

        run(command("c-7", 2_000, "say word-7"), command("c-8", 2_001, "say other"));

        assertThat(toy.decided()).isEqualTo(decided);
        assertThat(heard.take())
                .containsExactly("reply c-7: [8]", "reply c-8: idempotency-key-reused");
    }

    @Test
    void redelivered_records_from_before_the_snapshot_are_published_again()
            throws InterruptedException {
        fillBucket();
        run(command("next", 1_000, "say next"));
        newLife();
        heard.take();

        run(command("c-7", 8, "say word-7"));

        assertThat(heard.take()).containsExactly("event 8", "reply c-7: [8]");
    }

    @Test
    void a_policy_s_position_from_before_the_snapshot_is_still_known() throws InterruptedException {
        run(fromPolicy("policy", 0, 9));
        fillBucket();
        run(command("next", 1_000, "say next"));
        newLife();
        heard.take();

        run(fromPolicy("again", 2_000, 9), fromPolicy("later", 2_001, 10));

        assertThat(heard.take()).containsExactly("event 131", "reply later: [131]");
    }

    @Test
    void a_refusal_from_before_the_snapshot_gets_its_first_answer() throws InterruptedException {
        run(command("refused", 0, "need word-1"));
        fillBucket();
        run(command("next", 1_000, "say next"));
        newLife();
        heard.take();

        run(command("refused", 0, "need word-1"));

        assertThat(heard.take()).containsExactly("reply refused: not-said");
    }

    @Test
    void a_refusal_outlives_the_stream_in_memory_until_an_entry_carries_it()
            throws InterruptedException {
        run(command("refused", 1, "need b"));
        streams.forget("toy-1");
        run(command("b", 2, "say b"));
        newLife();
        heard.take();

        run(command("refused", 1, "need b"));

        assertThat(heard.take()).containsExactly("reply refused: not-said");
    }

    @Test
    void a_state_of_another_shape_is_folded_anew() throws InterruptedException {
        fillBucket();
        run(command("next", 1_000, "say next"));
        toy.reshape();
        newLife();
        heard.take();

        run(command("c-7", 2_000, "say word-7"), command("a", 2_001, "need word-9"));

        assertThat(heard.take()).containsExactly("reply c-7: [8]", "event 130", "reply a: [130]");
    }

    @Test
    void a_state_that_cannot_be_written_down_costs_no_command() throws InterruptedException {
        toy.muteStates();
        fillBucket();
        run(command("next", 1_000, "say next"));
        newLife();
        heard.take();

        run(command("a", 2_001, "need word-9"));

        assertThat(heard.take()).containsExactly("event 130", "reply a: [130]");
    }

    private void fillBucket() throws InterruptedException {
        for (int i = 0; i < StreamEnd.BUCKET_EVENTS; i++) {
            run(command("c-" + i, 1 + i, "say word-" + i));
        }
    }

    private static CommandRecord fromPolicy(String id, long offset, long sequence) {
        var origin = new Entry.Origin("toy.policy", "chat-1", sequence, 0);
        return command(id, offset, "say " + id, NOON, null, origin);
    }

    private void newLife() {
        streams = new Streams(journal, toy, 1_000);
    }

    private void run(CommandRecord... commands) throws InterruptedException {
        new LaneTurn(streams, journal, toy, heard, Pause.REAL, () -> {})
                .run("toy-1", List.of(commands))
                .forEach(done -> assertThat(done).isCompleted());
    }
}

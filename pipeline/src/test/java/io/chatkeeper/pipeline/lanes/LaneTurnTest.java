package io.chatkeeper.pipeline.lanes;

import static io.chatkeeper.pipeline.lanes.Toy.NOON;
import static io.chatkeeper.pipeline.lanes.Toy.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.pipeline.Pause;
import io.chatkeeper.pipeline.journal.Entry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LaneTurnTest {
    private final FlakyJournal journal = new FlakyJournal();
    private final Toy toy = new Toy();
    private final Heard heard = new Heard();
    private LaneTurn turn = newLife();

    @Test
    void everything_that_waits_is_appended_at_once() throws InterruptedException {
        run(command("a", 1, "say a"), command("b", 2, "say-twice b"), command("c", 3, "hush"));

        assertThat(journal.appends()).isEqualTo(1);
        assertThat(heard.take())
                .containsExactly(
                        "event 1",
                        "reply a: [1]",
                        "event 2",
                        "event 3",
                        "reply b: [2, 3]",
                        "reply c: []");
    }

    @Test
    void a_turn_without_events_appends_nothing() throws InterruptedException {
        run(command("a", 1, "hush"));

        assertThat(journal.appends()).isZero();
        assertThat(heard.take()).containsExactly("wake " + NOON.plusSeconds(60), "reply a: []");
    }

    @Test
    void the_last_event_says_when_to_wake() throws InterruptedException {
        run(command("a", 1, "wake " + NOON.plusSeconds(5)));

        assertThat(heard.take())
                .containsExactly("wake " + NOON.plusSeconds(5), "event 1", "reply a: [1]");
    }

    @Test
    void the_stream_stays_in_memory_between_turns() throws InterruptedException {
        run(command("a", 1, "say a"));
        run(command("b", 2, "need a"));

        assertThat(journal.loads()).isEqualTo(1);
        assertThat(heard.take()).endsWith("event 2", "reply b: [2]");
    }

    @Test
    void a_repeated_command_gets_the_first_answer_again() throws InterruptedException {
        run(command("a", 1, "say-twice a"));
        heard.take();
        run(command("a", 2, "say-twice a"));

        assertThat(toy.decided()).isEqualTo(1);
        assertThat(heard.take()).containsExactly("reply a: [1, 2]");
    }

    @Test
    void a_repeated_command_in_the_same_turn_does_too() throws InterruptedException {
        run(command("a", 1, "say a"), command("a", 2, "say a"));

        assertThat(toy.decided()).isEqualTo(1);
        assertThat(heard.take()).containsExactly("event 1", "reply a: [1]", "reply a: [1]");
    }

    @Test
    void the_same_id_with_other_content_is_a_reused_key() throws InterruptedException {
        run(command("a", 1, "say a"), command("a", 2, "say b"));
        run(command("a", 3, "say c"));

        assertThat(heard.take())
                .containsExactly(
                        "event 1",
                        "reply a: [1]",
                        "reply a: idempotency-key-reused",
                        "reply a: idempotency-key-reused");
    }

    @Test
    void after_a_crash_redelivered_commands_are_published_again_but_not_decided()
            throws InterruptedException {
        CommandRecord a = command("a", 1, "say-twice a");
        CommandRecord b = command("b", 2, "say b");
        run(a, b);
        List<String> first = heard.take();

        turn = newLife();
        run(a, b);

        assertThat(toy.decided()).isEqualTo(2);
        assertThat(journal.appends()).isEqualTo(1);
        assertThat(heard.take()).isEqualTo(first);
    }

    @Test
    void a_refused_command_that_comes_again_after_a_later_one_gets_its_first_answer()
            throws InterruptedException {
        CommandRecord refused = command("a", 1, "need b");
        run(refused);
        run(command("b", 2, "say b"));
        heard.take();

        turn = newLife();
        run(refused);

        assertThat(heard.take()).containsExactly("reply a: not-said");
    }

    @Test
    void so_does_one_between_two_accepted_ones_of_the_same_turn() throws InterruptedException {
        CommandRecord refused = command("b", 2, "need c");
        run(command("a", 1, "say a"), refused, command("c", 3, "say c"));
        heard.take();

        turn = newLife();
        run(refused);

        assertThat(heard.take()).containsExactly("reply b: not-said");
    }

    @Test
    void a_client_may_try_a_refused_command_again() throws InterruptedException {
        run(command("a", 1, "need b"));
        run(command("b", 2, "say b"));
        run(command("a", 3, "need b"));

        assertThat(heard.take()).endsWith("event 2", "reply a: [2]");
    }

    @Test
    void a_policy_that_has_come_further_is_not_heard_again() throws InterruptedException {
        run(fromPolicy("a", 1, 7, 0), fromPolicy("b", 2, 7, 1));
        heard.take();
        run(fromPolicy("c", 3, 7, 0), fromPolicy("d", 4, 6, 5), fromPolicy("e", 5, 8, 0));

        assertThat(toy.decided()).isEqualTo(3);
        assertThat(heard.take()).containsExactly("event 3", "reply e: [3]");
    }

    @Test
    void when_another_writer_was_there_the_turn_is_decided_again() throws InterruptedException {
        run(command("a", 1, "say a"));
        LaneTurn other = newLife();
        other.run("toy-1", List.of(command("b", 2, "say b")));
        heard.take();

        run(command("c", 3, "need b"));

        assertThat(heard.take()).containsExactly("event 3", "reply c: [3]");
    }

    @Test
    void a_refusal_on_stale_state_is_not_told() throws InterruptedException {
        run(command("a", 1, "say a"));
        newLife().run("toy-1", List.of(command("b", 2, "say b")));
        heard.take();

        run(command("c", 3, "need b"), command("d", 4, "refuse"));

        assertThat(heard.take()).containsExactly("event 3", "reply c: [3]", "reply d: not-today");
    }

    @Test
    void nothing_to_do_on_stale_state_is_not_told() throws InterruptedException {
        run(command("a", 1, "say a"));
        newLife().run("toy-1", List.of(command("b", 2, "say b")));
        heard.take();

        run(command("c", 3, "hush-unless b"));

        assertThat(heard.take()).containsExactly("event 3", "reply c: [3]");
    }

    @Test
    void a_command_that_breaks_is_buried_alone() throws InterruptedException {
        run(command("a", 1, "say a"), command("b", 2, "break"), command("c", 3, "need a"));

        assertThat(journal.appends()).isEqualTo(1);
        assertThat(heard.take())
                .containsExactly("event 1", "reply a: [1]", "buried b", "event 2", "reply c: [2]");
    }

    @Test
    void a_wake_up_that_breaks_is_not_rung_again_and_again() throws InterruptedException {
        run(command("a", 1, "break"));
        assertThat(heard.silenced()).isZero();

        run(Toy.wakeUp("b", 2, "break"));

        assertThat(heard.silenced()).isEqualTo(1);
        assertThat(heard.take()).containsExactly("buried a", "buried b");
    }

    @Test
    void an_event_that_is_too_large_is_poison() throws InterruptedException {
        run(command("a", 1, "say-large x"), command("b", 2, "say b"));

        assertThat(heard.take()).containsExactly("buried a", "event 1", "reply b: [1]");
    }

    @Test
    void a_command_that_comes_after_its_deadline_has_expired() throws InterruptedException {
        run(
                command("a", 1, "say a", NOON, NOON.minusMillis(1), null),
                command("b", 2, "say b", NOON, NOON, null));

        assertThat(heard.take()).containsExactly("reply a: expired", "event 1", "reply b: [1]");
    }

    @Test
    void while_the_store_is_away_the_turn_waits() throws InterruptedException {
        journal.loseAppends(2);
        run(command("a", 1, "say a"));

        assertThat(journal.appends()).isEqualTo(3);
        assertThat(heard.take()).containsExactly("event 1", "reply a: [1]");
    }

    @Test
    void an_append_whose_acknowledgement_was_lost_takes_effect_once() throws InterruptedException {
        journal.loseAcknowledgements(1);
        run(command("a", 1, "say a"), command("b", 2, "say b"));

        assertThat(journal.read("toy-1", 0, 10)).hasSize(2);
        assertThat(heard.take())
                .containsExactly("event 1", "reply a: [1]", "event 2", "reply b: [2]");
    }

    @Test
    void a_procedure_that_is_still_on_its_way_is_waited_for() throws InterruptedException {
        run(command("a", 1, "procedure"));

        assertThat(heard.take()).containsExactly("event 1", "reply a: [1]");
    }

    @Test
    void a_procedure_that_never_comes_is_given_up() throws InterruptedException {
        AtomicReference<Duration> waited = new AtomicReference<>(Duration.ZERO);
        Pause quick = (time, _) -> waited.updateAndGet(time::plus);
        new LaneTurn(new Streams(journal, toy, 1_000), journal, toy, heard, quick, () -> {})
                .run("toy-1", List.of(command("a", 1, "lost-procedure"), command("b", 2, "say b")));

        assertThat(waited.get()).isEqualTo(Duration.ofMinutes(10));
        assertThat(heard.take()).containsExactly("buried a", "event 1", "reply b: [1]");
    }

    @Test
    void a_command_is_remembered_for_a_day() throws InterruptedException {
        run(command("a", 1, "say a"));
        heard.take();
        run(command("a", 2, "say a", NOON.plus(Duration.ofHours(24)), null, null));

        assertThat(heard.take()).containsExactly("event 2", "reply a: [2]");
    }

    private static CommandRecord fromPolicy(String id, long offset, long sequence, int index) {
        var origin = new Entry.Origin("toy.policy", "chat-1", sequence, index);
        return command(id, offset, "say " + id, NOON, null, origin);
    }

    private LaneTurn newLife() {
        return new LaneTurn(
                new Streams(journal, toy, 1_000), journal, toy, heard, Pause.REAL, () -> {});
    }

    private void run(CommandRecord... commands) throws InterruptedException {
        turn.run("toy-1", List.of(commands)).forEach(done -> assertThat(done).isCompleted());
    }
}

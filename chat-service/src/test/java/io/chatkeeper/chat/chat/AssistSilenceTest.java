package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.AssistsTest.*;
import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.chat.chat.AssistEvent.*;
import io.chatkeeper.chat.chat.ChatEvent.*;
import io.chatkeeper.contract.ChatCommand.AssignChat;
import io.chatkeeper.contract.ChatCommand.TakeOverChat;
import io.chatkeeper.contract.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nobody disappears (R86).
class AssistSilenceTest {
    @Test
    void a_claimed_chat_without_a_word_is_flagged_to_both_sides_once() {
        Instant due = MONDAY.plus(SILENCE);
        var flag = new AssistFellSilent(CHAT, "morgan", "casey");
        chat().given(claimed()).when(wake(due)).by(ROUTING).at(due).then(flag);
        chat().given(claimed()).when(wake(due)).by(ROUTING).at(due.minusSeconds(1)).thenNothing();
        chat().given(with(claimed(), flag))
                .when(wake(due))
                .by(ROUTING)
                .at(due.plusSeconds(60))
                .thenNothing();
        chat().given(asked()).when(wake(due)).by(ROUTING).at(due).thenNothing();
    }

    private static WakeUp wake(Instant at) {
        return new WakeUp(CHAT, at);
    }

    @Test
    void every_word_begins_the_silence_anew() {
        Instant later = MONDAY.plus(Duration.ofMinutes(18));
        for (boolean asks : List.of(true, false)) {
            String agent = asks ? "casey" : "morgan";
            assertThat(state(with(claimed(), word(agent, agent, asks, later))).idleAt())
                    .isEqualTo(later);
        }
        assertThat(state(with(claimed(), resolved())).idleAt()).isNull();
    }

    @Test
    void whoever_takes_it_on_begins_the_silence() {
        var claim = new AssistClaimed(CHAT, "morgan", "casey", MONDAY.plus(SILENCE));
        assertThat(
                        chat().given(asked())
                                .when(
                                        new AssignChat(
                                                CHAT, "morgan", "Morgan", "assist-leads", null))
                                .by(ROUTING)
                                .at(MONDAY)
                                .events())
                .last()
                .isEqualTo(claim);
        assertThat(
                        chat().given(asked())
                                .when(new TakeOverChat(CHAT, "Morgan"))
                                .by(MORGAN)
                                .at(MONDAY)
                                .events())
                .contains(claim);
    }
}

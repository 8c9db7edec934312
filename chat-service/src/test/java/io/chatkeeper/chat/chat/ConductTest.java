package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.ChatCommand.EscalateChat;
import io.chatkeeper.contract.ChatCommand.GiveConductWarning;
import io.chatkeeper.contract.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConductTest {
    private static final GiveConductWarning WARN = new GiveConductWarning(CHAT, "warning-1");
    private static final EscalateChat ESCALATE = escalate("abuse");

    @Test
    void a_warning_is_the_procedures_own_words_to_the_customer() {
        List<ChatEvent> events = chat().given(strict()).when(WARN).by(CASEY).at(NOON).events();

        assertThat(events).hasSize(2);
        assertThat(events.getFirst()).isEqualTo(warned(1));
        var told = (ChatEvent.MessagePosted) events.getLast();
        assertThat(told.text()).isEqualTo(text("Please keep the conversation professional."));
        assertThat(told.author().kind()).isEqualTo(ActorKind.AGENT);
        assertThat(told.author().name()).isEqualTo("Casey");
    }

    @Test
    void warnings_are_counted_across_agents() {
        var handed =
                with(
                        strict(warned(1)),
                        new ChatEvent.ChatTakenOver(
                                CHAT, "morgan", "Morgan", "leads", "casey", null, null));

        assertThat(chat().given(handed).when(WARN).by(MORGAN).events()).contains(warned(2));
    }

    @Test
    void after_the_last_warning_only_the_escalation_remains() {
        chat().given(strict(warned(1), warned(2)))
                .when(WARN)
                .by(CASEY)
                .thenViolates("conduct-warnings", "R98");
    }

    @Test
    void abuse_is_escalated_after_the_warnings_only() {
        chat().given(strict()).when(ESCALATE).by(CASEY).thenViolates("abuse-warnings", "R98");
        chat().given(strict(warned(1)))
                .when(ESCALATE)
                .by(CASEY)
                .thenViolates("abuse-warnings", "R98");
    }

    @Test
    void abuse_goes_to_whom_the_procedure_names() {
        List<ChatEvent> events =
                chat().given(strict(warned(1), warned(2))).when(ESCALATE).by(CASEY).events();

        assertThat(((ChatEvent.ChatEscalated) events.getFirst()).to()).isEqualTo(Role.SUPERVISOR);
    }

    @Test
    void abuse_goes_no_lower_than_that() {
        var low =
                new EscalateChat(
                        CHAT, "e", "abuse", text("Insults us"), Role.LEAD, null, null, null);

        chat().given(strict(warned(1), warned(2)))
                .when(low)
                .by(CASEY)
                .thenViolates("abuse-ladder", "R98");
    }

    @Test
    void an_escalation_for_another_reason_needs_no_warning() {
        assertThat(chat().given(strict()).when(escalate("unresolved")).by(CASEY).events())
                .hasSize(2);
    }

    @Test
    void the_next_escalation_goes_one_rung_higher() {
        var first = chat().given(strict()).when(escalate("unresolved")).by(CASEY).events();
        var second =
                chat().given(strict(first.getFirst()))
                        .when(escalate("unresolved"))
                        .by(CASEY)
                        .events();
        var third =
                chat().given(strict(first.getFirst(), second.getFirst()))
                        .when(escalate("unresolved"))
                        .by(CASEY)
                        .events();

        assertThat(List.of(first, second, third))
                .extracting(events -> ((ChatEvent.ChatEscalated) events.getFirst()).to())
                .containsExactly(Role.LEAD, Role.SUPERVISOR, Role.SUPERVISOR);
    }

    private static EscalateChat escalate(String trigger) {
        return new EscalateChat(
                CHAT, "escalation-1", trigger, text("Insults us"), null, null, null, null);
    }

    private static ChatEvent.ConductWarningGiven warned(int number) {
        return new ChatEvent.ConductWarningGiven(CHAT, "warning-1", number, 2);
    }
}

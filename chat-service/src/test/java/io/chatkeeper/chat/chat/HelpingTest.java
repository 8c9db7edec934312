package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ChatCommand.AcknowledgeTransfer;
import io.chatkeeper.contract.ChatCommand.TakeOverChat;
import io.chatkeeper.contract.LadderCommand.*;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.RuleOverride;
import io.chatkeeper.contract.SopRef;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What follows an escalation: asked, helping, taken over, returned, reviewed.
class HelpingTest {
    static final String ID = "escalation-1";
    private static final Actor MAX = Actor.agent("max", Role.MANAGER);
    private static final String OUTCOME = "Agreed on Friday with the customer, the letter is sent.";

    @Test
    void whoever_is_there_is_asked_and_the_agent_stays_responsible() {
        var asked = new LadderEvent.HelpAsked(CHAT, ID, "morgan", "Morgan", "leads");
        chat().given(escalated()).when(ask("leads")).by(ROUTING).then(asked);

        var state = (Chat.Opened) chat().given(with(escalated(), asked)).state();
        assertThat(state.isServedBy("casey")).isTrue();
        assertThat(step(state).helper()).isEqualTo("morgan");
    }

    @Test
    void an_answer_of_a_rung_that_was_left_asks_nobody() {
        chat().given(with(escalated(), climbed()))
                .when(ask("leads"))
                .by(ROUTING)
                .thenRefused("stale-escalation");
        chat().given(with(escalated(), helped()))
                .when(ask("leads"))
                .by(ROUTING)
                .thenRefused("stale-escalation");
    }

    @Test
    void nobody_is_asked_to_help_with_a_chat_of_their_own() {
        var own = with(served(), takenOver("casey"), escalatedEvent(Role.LEAD, "leads"));
        chat().given(own).when(ask("leads")).by(ROUTING).then();
    }

    @Test
    void where_nobody_is_there_it_climbs_to_the_next_rung() {
        chat().given(escalated())
                .when(new ClimbLadder(CHAT, ID, "leads"))
                .by(ROUTING)
                .then(climbed());
        var state = (Chat.Opened) chat().given(with(escalated(), climbed())).state();
        assertThat(state.standing().escalatedTo()).isEqualTo(Role.SUPERVISOR);
        assertThat(step(state).desk()).isEqualTo("supervisors");
    }

    @Test
    void at_the_top_of_the_ladder_it_stays() {
        chat().given(with(served(), escalatedEvent(Role.MANAGER, "management")))
                .when(new ClimbLadder(CHAT, ID, "management"))
                .by(ROUTING)
                .then();
    }

    @Test
    void only_routing_says_who_is_there() {
        chat().given(escalated()).when(ask("leads")).by(MORGAN).thenRefused("not-yours");
        chat().given(escalated())
                .when(new ClimbLadder(CHAT, ID, "leads"))
                .by(CASEY)
                .thenRefused("not-yours");
    }

    @Test
    void a_lead_helps_first_and_the_agent_stays_responsible() {
        chat().given(escalated()).when(help("Morgan")).by(MORGAN).then(helped());

        var state = (Chat.Opened) chat().given(with(escalated(), helped())).state();
        assertThat(state.isServedBy("casey")).isTrue();
        assertThat(step(state).stage()).isEqualTo(Ladder.Stage.HELPING);
        assertThat(step(state).helped()).isTrue();
    }

    @Test
    void only_somebody_on_the_rung_or_above_helps() {
        var high = with(served(), escalatedEvent(Role.SUPERVISOR, "supervisors"));
        chat().given(high).when(help("Morgan")).by(MORGAN).thenRefused("below-the-rung");
        chat().given(high)
                .when(help("Max"))
                .by(MAX)
                .then(new LadderEvent.EscalationHelped(CHAT, ID, "max", "Max"));
        chat().given(escalated()).when(help("Cam")).by(CAM).thenRefused("not-yours");
    }

    @Test
    void nobody_helps_twice_or_with_their_own_chat_or_with_what_is_over() {
        chat().given(with(escalated(), helped()))
                .when(help("Morgan"))
                .by(MORGAN)
                .thenRefused("helping-already");
        chat().given(with(served(), takenOver("casey"), escalatedEvent(Role.LEAD, "leads")))
                .when(help("Morgan"))
                .by(MORGAN)
                .thenRefused("yours-already");
        chat().given(with(escalated(), helped(), returned(text(OUTCOME))))
                .when(help("Sam"))
                .by(SAM)
                .thenRefused("escalation-over");
        chat().given(served()).when(help("Sam")).by(SAM).thenRefused("unknown-escalation");
    }

    @Test
    void whoever_has_helped_says_what_was_done() {
        chat().given(with(escalated(), helped()))
                .when(giveBack(OUTCOME))
                .by(MORGAN)
                .then(returned(text(OUTCOME)));
        chat().given(with(escalated(), helped()))
                .when(giveBack(" "))
                .by(MORGAN)
                .thenRefused("malformed");
        chat().given(with(escalated(), helped()))
                .when(giveBack(OUTCOME))
                .by(SAM)
                .thenRefused("not-helping");
    }

    @Test
    void whoever_took_over_hands_the_chat_back_to_the_agent_who_had_it() {
        var taken = with(escalated(), helped(), takenOver("casey"));
        var events = chat().given(taken).when(giveBack(OUTCOME)).by(MORGAN).events();

        var asked = (ChatEvent.TransferRequested) events.getFirst();
        assertThat(asked.toAgent()).isEqualTo("casey");
        assertThat(asked.fromAgent()).isEqualTo("morgan");
        assertThat(asked.context()).isEqualTo(text(OUTCOME));
    }

    @Test
    void it_is_returned_when_the_agent_has_acknowledged() {
        var taken =
                with(
                        escalated(),
                        takenOver("casey"),
                        new ChatEvent.TransferRequested(
                                CHAT, TRANSFER, "morgan", "leads", null, "casey", text(OUTCOME)),
                        new ChatEvent.ChatAssigned(
                                CHAT, "casey", "Casey", "customer-service", TRANSFER));

        chat().given(taken)
                .when(new AcknowledgeTransfer(CHAT, TRANSFER))
                .by(CASEY)
                .then(
                        new ChatEvent.TransferAcknowledged(
                                CHAT, TRANSFER, "casey", "Casey", "customer-service", "morgan"),
                        returned(null));
    }

    @Test
    void what_nobody_had_before_is_handed_on_and_not_back() {
        chat().given(with(escalated(), takenOver(null)))
                .when(giveBack(OUTCOME))
                .by(MORGAN)
                .thenRefused("nobody-to-return-to");
    }

    @Test
    void where_the_procedure_says_so_nobody_takes_over_who_has_not_helped_unless_with_a_reason() {
        SopRef assist = SOPS.newest("assist-chat").orElseThrow().ref();
        List<ChatEvent> asked =
                List.of(
                        opened(assist),
                        assigned(),
                        said("casey", "Hello Pat."),
                        escalatedEvent(Role.SUPERVISOR, "assist-supervisors"));
        chat().given(asked)
                .when(new TakeOverChat(CHAT, "Sam"))
                .by(SAM)
                .thenViolates("help-first", "R100");
        var reason = new RuleOverride("help-first", text("Casey has left the building."));
        assertThat(
                        chat().given(asked)
                                .when(new TakeOverChat(CHAT, "Sam", List.of(reason)))
                                .by(SAM)
                                .events())
                .hasSize(2)
                .first()
                .isInstanceOf(ChatEvent.ChatTakenOver.class);
        assertThat(
                        chat().given(with(asked, helped()))
                                .when(new TakeOverChat(CHAT, "Sam"))
                                .by(SAM)
                                .events())
                .hasSize(1);
    }

    private static Ladder.Step step(Chat.Opened chat) {
        return chat.standing().ladder().step(ID).orElseThrow();
    }

    static List<ChatEvent> escalated() {
        return with(served(), escalatedBy("casey"));
    }

    static ChatEvent.ChatEscalated escalatedBy(String agent) {
        return escalatedEvent(Role.LEAD, "leads", agent);
    }

    private static ChatEvent.ChatEscalated escalatedEvent(Role to, String desk) {
        return escalatedEvent(to, desk, "casey");
    }

    private static ChatEvent.ChatEscalated escalatedEvent(Role to, String desk, String by) {
        return new ChatEvent.ChatEscalated(
                CHAT,
                ID,
                "customer-upset",
                text("Waits"),
                to,
                desk,
                NOON,
                text("this chat"),
                null,
                by);
    }

    private static LadderEvent.EscalationClimbed climbed() {
        return new LadderEvent.EscalationClimbed(
                CHAT, ID, Role.LEAD, Role.SUPERVISOR, "supervisors", "nobody-there");
    }

    static LadderEvent.EscalationHelped helped() {
        return new LadderEvent.EscalationHelped(CHAT, ID, "morgan", "Morgan");
    }

    static ChatEvent.ChatTakenOver takenOver(@Nullable String from) {
        return new ChatEvent.ChatTakenOver(CHAT, "morgan", "Morgan", "leads", from, null, null);
    }

    private static LadderEvent.EscalationReturned returned(@Nullable PersonalText outcome) {
        return new LadderEvent.EscalationReturned(CHAT, ID, "morgan", outcome);
    }

    private static AskForHelp ask(String desk) {
        return new AskForHelp(CHAT, ID, desk, "morgan", "Morgan");
    }

    private static HelpEscalation help(String name) {
        return new HelpEscalation(CHAT, ID, name);
    }

    private static ReturnEscalation giveBack(String outcome) {
        return new ReturnEscalation(CHAT, ID, text(outcome), List.of());
    }
}

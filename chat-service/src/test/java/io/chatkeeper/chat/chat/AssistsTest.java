package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chatkeeper.chat.chat.AssistEvent.*;
import io.chatkeeper.chat.chat.ChatEvent.*;
import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Assist;
import io.chatkeeper.contract.AssistRequest;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.AnswerResolution;
import io.chatkeeper.contract.ChatCommand.LeaveChat;
import io.chatkeeper.contract.ChatCommand.LinkAssist;
import io.chatkeeper.contract.ChatCommand.OpenAssist;
import io.chatkeeper.contract.ChatCommand.TakeOverChat;
import io.chatkeeper.contract.ChatState;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.RuleOverride;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.Sop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssistsTest {
    static final Instant MONDAY = Instant.parse("2026-11-23T16:00:00Z");
    private static final Sop SOP = SOPS.newest("assist-chat").orElseThrow();
    static final Duration SILENCE = Duration.ofMinutes(10);
    private static final String QUESTION =
            "Autopay ran twice for this client in May. Is a courtesy credit possible?";

    private static OpenAssist ask(String client, String question, RuleOverride... overrides) {
        AssistRequest request =
                new AssistRequest(
                        null,
                        null,
                        null,
                        client,
                        "chat-77",
                        text(question),
                        Map.of(),
                        List.of("SOP", "invoice"),
                        List.of());
        return new OpenAssist(CHAT, "CK-1", "assist-chat", "Casey", request, List.of(overrides));
    }

    static ChatOpened asked() {
        return new ChatOpened(
                CHAT,
                "CK-1",
                "assist",
                SOP.ref(),
                "assist-leads",
                new Customer(text("Casey"), null, null, false),
                "Courtesy credit",
                Map.of(),
                new Assist(
                        "casey",
                        "Casey",
                        "credits",
                        null,
                        "courtesy-credit",
                        "448120",
                        "chat-77",
                        List.of("SOP", "invoice"),
                        List.of()));
    }

    static MessagePosted word(String agent, String name, boolean asks, Instant silentAt) {
        Author author =
                asks
                        ? new Author(ActorKind.AGENT, agent, name, true)
                        : new Author(ActorKind.AGENT, agent, name);
        return new MessagePosted(CHAT, "message-1", null, author, text("Hello."), silentAt);
    }

    static List<ChatEvent> claimed() {
        return List.of(
                asked(),
                new ChatAssigned(CHAT, "morgan", "Morgan", "assist-leads", null),
                new AssistClaimed(CHAT, "morgan", "casey", MONDAY.plus(SILENCE)));
    }

    static Chat.Opened state(List<ChatEvent> history) {
        return (Chat.Opened) chat().given(history).state();
    }

    @Test
    void a_request_is_a_chat_at_the_desk_that_is_there_now_with_the_question_as_its_first_word() {
        List<ChatEvent> events =
                chat().given().when(ask("448120", QUESTION)).by(CASEY).at(MONDAY).events();
        assertThat(events).hasSize(2).first().isEqualTo(asked());
        var question = (MessagePosted) events.getLast();
        assertThat(question.text()).isEqualTo(text(QUESTION));
        assertThat(question.author())
                .isEqualTo(new Author(ActorKind.AGENT, "casey", "Casey", true));
        var onSunday = chat().given().when(ask("448120", QUESTION)).by(CASEY).at(NOON).events();
        assertThat(((ChatOpened) onSunday.getFirst()).desk()).isEqualTo("weekend-leads");
    }

    @Test
    void nobody_helps_themselves() {
        List<ChatEvent> events =
                chat().given().when(ask("448120", QUESTION)).by(MORGAN).at(MONDAY).events();
        assertThat(((ChatOpened) events.getFirst()).desk()).isEqualTo("assist-supervisors");
        List<ChatEvent> morgans = List.of(events.getFirst());
        chat().given(morgans)
                .when(new TakeOverChat(CHAT, "Morgan"))
                .by(MORGAN)
                .thenRefused("own-request");
        assertThat(chat().given(morgans).when(new TakeOverChat(CHAT, "Sam")).by(SAM).events())
                .hasAtLeastOneElementOfType(ChatTakenOver.class);
    }

    @Test
    void what_is_missing_is_refused_with_its_rule() {
        chat().given()
                .when(ask("", QUESTION))
                .by(CASEY)
                .at(MONDAY)
                .thenViolates("request-missing-client-id", "R102");
        chat().given()
                .when(ask("448120", "The shop in Roanoke closed early on Saturday."))
                .by(CASEY)
                .at(MONDAY)
                .thenViolates("request-no-question", "R82");
    }

    @Test
    void whoever_goes_past_a_guess_says_why() {
        String words = "Autopay ran twice in May. Which article in the knowledge site explains it?";
        assertThat(
                        chat().given()
                                .when(ask("448120", words))
                                .by(CASEY)
                                .at(MONDAY)
                                .refusal()
                                .violations())
                .extracting(Violation::ruleId, Violation::requirement)
                .containsOnly(tuple("assist-checked", "R112"));
        List<ChatEvent> events =
                chat().given()
                        .when(ask("448120", words, override("assist-checked", "Only the article.")))
                        .by(CASEY)
                        .at(MONDAY)
                        .events();
        assertThat(events).hasAtLeastOneElementOfType(RuleOverridden.class);
    }

    @Test
    void a_form_has_its_limits() {
        Map<String, PersonalText> tooLong = Map.of("REASON", text("x".repeat(16_001)));
        Map<String, PersonalText> odd = Map.of("a.b$c", text("x"));
        for (Map<String, PersonalText> fields : List.of(tooLong, odd)) {
            AssistRequest request =
                    new AssistRequest(
                            null,
                            null,
                            null,
                            "1",
                            null,
                            text(QUESTION),
                            fields,
                            List.of("SOP"),
                            List.of());
            chat().given()
                    .when(new OpenAssist(CHAT, "CK-1", "assist-chat", "C", request, List.of()))
                    .by(CASEY)
                    .at(MONDAY)
                    .thenRefused("malformed");
        }
        chat().given()
                .when(ask("448120", "x".repeat(20_001)))
                .by(CASEY)
                .at(MONDAY)
                .thenRefused("malformed");
    }

    @Test
    void only_agents_who_serve_ask_and_only_once() {
        for (Actor other : List.of(VISITOR, ROUTING, Actor.agent("ada", Role.ADMIN))) {
            chat().given()
                    .when(ask("448120", QUESTION))
                    .by(other)
                    .at(MONDAY)
                    .thenRefused("agents-only");
        }
        chat().given(asked()).when(ask("448120", QUESTION)).by(CASEY).thenRefused("chat-exists");
    }

    @Test
    void both_sides_talk_and_others_don_t() {
        List<ChatEvent> claimed = claimed();
        var question = said(claimed, post("Thank you, the invoice is there."), CASEY);
        assertThat(question.author().asking()).isTrue();
        assertThat(question.idleAt()).isEqualTo(NOON.plus(SILENCE));
        var answer = said(claimed, post("I'm looking at the invoice now."), MORGAN);
        assertThat(answer.author().serving()).isTrue();
        assertThat(answer.idleAt()).isEqualTo(NOON.plus(SILENCE));
        chat().given(claimed).when(post("Hello there.")).by(CAM).thenRefused("not-yours");
    }

    private static MessagePosted said(List<ChatEvent> history, ChatCommand words, Actor who) {
        return (MessagePosted)
                chat().given(history).when(words).by(who).at(NOON).events().getFirst();
    }

    @Test
    void the_tone_holds_for_both_sides() {
        chat().given(claimed())
                .when(post("I AM STILL WAITING ON A SUPERVISOR"))
                .by(CASEY)
                .thenViolates("request-shouting", "R85");
        chat().given(claimed())
                .when(post("Read the SOP!"))
                .by(MORGAN)
                .thenViolates("request-dismissive", "R87");
    }

    @Test
    void an_answer_makes_it_active_and_a_question_does_not() {
        assertThat(state(with(claimed(), word("casey", "Casey", true, null))).state())
                .isEqualTo(ChatState.ASSIGNED);
        assertThat(state(with(claimed(), word("morgan", "Morgan", false, null))).state())
                .isEqualTo(ChatState.ACTIVE);
    }

    @Test
    void the_one_who_asks_answers_and_goes_as_a_customer_would() {
        var proposed = new ResolutionProposed(CHAT, "Does this answer your question?", NOON);
        List<ChatEvent> open = with(claimed(), word("morgan", "Morgan", false, null), proposed);
        chat().given(open)
                .when(new AnswerResolution(CHAT, true, null, null))
                .by(CASEY)
                .then(new ResolutionConfirmed(CHAT, null, null));
        chat().given(open)
                .when(new AnswerResolution(CHAT, true, null, null))
                .by(CAM)
                .thenRefused("not-yours");
        assertThat(chat().given(asked()).when(new LeaveChat(CHAT)).by(CASEY).events())
                .hasAtLeastOneElementOfType(ChatClosed.class);
    }

    @Test
    void the_customers_chat_shows_the_way_whatever_its_state() {
        var link = new LinkAssist(CHAT, "chat-9", "CK-9", "casey");
        var linked = new AssistLinked(CHAT, "chat-9", "CK-9", "casey");
        chat().given(served()).when(link).by(ROUTING).then(linked);
        chat().given(with(served(), resolved(), closed())).when(link).by(ROUTING).then(linked);
        chat().given(served()).when(link).by(CASEY).thenRefused("not-yours");
    }
}

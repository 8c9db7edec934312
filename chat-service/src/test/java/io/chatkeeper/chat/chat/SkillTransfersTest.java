package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.chat.chat.ChatEvent.*;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.ChatCommand.TransferChat;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.TransferCommand.SeekFurther;
import io.chatkeeper.contract.Wants;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A transfer to a skill goes from desk to desk, in the order of the procedure.
class SkillTransfersTest {
    private static final PersonalText WHY = PersonalText.of("Asks about taxes on a second home.");
    private static final Wants TAX = Wants.onlySkilled(Customer.unknown(), "tax-law");
    private static final List<String> DESKS = List.copyOf(SOPS.get(LOAN).desks().keySet());

    private static TransferChat transfer(@Nullable String desk, @Nullable String skill) {
        return new TransferChat(CHAT, TRANSFER, desk, null, WHY, List.of(), skill);
    }

    private static TransferRequested sought() {
        return new TransferRequested(
                CHAT, TRANSFER, "casey", "customer-service", DESKS.getFirst(), null, WHY, wants());
    }

    /// The customer of the scenes is known or not; what counts here is the skill.
    private static Wants wants() {
        var requested =
                (TransferRequested)
                        chat().given(served())
                                .when(transfer(null, "Tax law"))
                                .by(CASEY)
                                .events()
                                .getFirst();
        assertThat(requested.wants()).isNotNull();
        return requested.wants();
    }

    private static SeekFurther notAt(String desk) {
        return new SeekFurther(CHAT, TRANSFER, desk);
    }

    @Test
    void it_begins_at_the_first_desk_and_nobody_without_the_skill_will_do() {
        assertThat(wants().needsSkill()).isTrue();
        assertThat(wants().skill()).isEqualTo(TAX.skill());
        chat().given(served()).when(transfer(null, "Tax law")).by(CASEY).then(sought());
        var state = (Chat.Opened) chat().given(with(served(), sought())).state();
        assertThat(state.waitingAt()).isEqualTo(DESKS.getFirst());
        assertThat(state.isServedBy("casey")).isTrue();
    }

    @Test
    void one_way_is_named_and_the_skill_is_a_word() {
        chat().given(served())
                .when(transfer("loan-engineers", "tax"))
                .by(CASEY)
                .thenRefused("malformed");
        chat().given(served()).when(transfer(null, "?!")).by(CASEY).thenRefused("malformed");
        chat().given(served())
                .when(transfer(null, "x".repeat(Wants.LONGEST_SKILL + 1)))
                .by(CASEY)
                .thenRefused("malformed");
    }

    @Test
    void where_nobody_has_it_the_next_desk_is_asked() {
        var moved =
                new TransferEvent.TransferMovedOn(
                        CHAT, TRANSFER, "casey", DESKS.getFirst(), DESKS.get(1), wants());
        chat().given(with(served(), sought()))
                .when(notAt(DESKS.getFirst()))
                .by(ROUTING)
                .then(moved);
        var state = (Chat.Opened) chat().given(with(served(), sought(), moved)).state();
        assertThat(state.waitingAt()).isEqualTo(DESKS.get(1));
        chat().given(with(served(), sought(), moved))
                .when(notAt(DESKS.getFirst()))
                .by(ROUTING)
                .thenNothing();
    }

    @Test
    void where_no_desk_has_it_the_chat_is_back_with_the_reason_and_the_customer_is_told() {
        List<ChatEvent> history = with(served(), sought());
        for (int i = 0; i + 1 < DESKS.size(); i++) {
            history =
                    with(
                            history,
                            new TransferEvent.TransferMovedOn(
                                    CHAT,
                                    TRANSFER,
                                    "casey",
                                    DESKS.get(i),
                                    DESKS.get(i + 1),
                                    wants()));
        }
        var events = chat().given(history).when(notAt(DESKS.getLast())).by(ROUTING).events();
        assertThat(events.getFirst())
                .isEqualTo(
                        new TransferReturned(
                                CHAT,
                                TRANSFER,
                                null,
                                "nobody has the skill tax-law",
                                DESKS.getLast()));
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        MessagePosted.class,
                        told -> assertThat(told.text().plain()).contains("Casey stays with you"));
        assertThat(events).hasSize(2);
    }

    @Test
    void an_answer_that_comes_too_late_changes_nothing() {
        chat().given(with(served(), sought(), new TransferWithdrawn(CHAT, TRANSFER, null, "x")))
                .when(notAt(DESKS.getFirst()))
                .by(ROUTING)
                .thenRefused("illegal-state");
        chat().given(handed()).when(notAt("loan-engineers")).by(ROUTING).thenNothing();
    }

    /// What the customer is told when nobody could take the chat.
    static ChatEvent toldOfReturn() {
        return new ChatEvent.MessagePosted(
                CHAT,
                "message-command-1",
                null,
                new Author(ActorKind.SYSTEM, null, null),
                PersonalText.of(
                        "Thank you for waiting. Nobody is free there just now. Casey stays with you"
                                + " and finds somebody else, or writes to you again shortly."),
                null);
    }
}

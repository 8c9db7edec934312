package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ChatCommand.ClassifyChat;
import io.chatkeeper.contract.ChatCommand.CloseChat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseFileTest {
    private static final CloseChat CLOSE = new CloseChat(CHAT);

    @Test
    void a_chat_gets_a_category_of_the_procedure() {
        chat().given(strict()).when(classify("billing", null)).by(CASEY).then(filed("7", false));
        chat().given(strict())
                .when(classify("astrology", null))
                .by(CASEY)
                .thenViolates("category-known", "R23");
    }

    @Test
    void a_label_with_the_initial_has_one_capital() {
        var wrong =
                new ClassifyChat(
                        CHAT, "billing", List.of("PENDING", "urgent"), Map.of(), null, List.of());
        var refusal = chat().given(strict()).when(wrong).by(CASEY).refusal();

        assertThat(refusal.violations().getFirst().requirement()).isEqualTo("R67");
        assertThat(refusal.violations().getFirst().suggestion()).isEqualTo("Pending");

        var right =
                new ClassifyChat(
                        CHAT, "billing", List.of("Pending", "urgent"), Map.of(), null, List.of());
        assertThat(chat().given(strict()).when(right).by(CASEY).events()).hasSize(1);
    }

    @Test
    void a_ticket_has_the_fields_of_the_procedure_and_no_others() {
        var foreign =
                new ClassifyChat(
                        CHAT, "billing", List.of(), Map.of("mood", text("x")), null, List.of());

        chat().given(strict()).when(foreign).by(CASEY).thenViolates("ticket-field-known", "R128");
    }

    @Test
    void a_chat_becomes_a_complaint_once() {
        chat().given(strict())
                .when(classify("billing", true))
                .by(CASEY)
                .then(filed("7", true), new ChatEvent.ComplaintRaised(CHAT, "billing"));
        chat().given(strict(new ChatEvent.ComplaintRaised(CHAT, "billing")))
                .when(classify("billing", false))
                .by(CASEY)
                .then(filed("7", true));
    }

    @Test
    void a_category_can_be_a_complaint_by_itself() {
        assertThat(chat().given(strict()).when(classify("complaint", null)).by(CASEY).events())
                .contains(new ChatEvent.ComplaintRaised(CHAT, "complaint"));
    }

    @Test
    void closing_needs_a_category_and_the_ticket_fields() {
        chat().given(strict(resolved()))
                .when(CLOSE)
                .by(CASEY)
                .thenViolates("category-required", "R23");
        var half = new ChatEvent.ChatClassified(CHAT, "billing", List.of(), Map.of(), false);
        chat().given(strict(half, resolved()))
                .when(CLOSE)
                .by(CASEY)
                .thenViolates("ticket-fields", "R128");
        assertThat(
                        chat().given(strict(filed("7", false), resolved()))
                                .when(CLOSE)
                                .by(CASEY)
                                .events())
                .hasSize(2);
    }

    @Test
    void a_blank_field_is_not_filled_in() {
        var blank =
                new ClassifyChat(
                        CHAT,
                        "billing",
                        List.of(),
                        Map.of("orderNumber", text(" ")),
                        null,
                        List.of());

        var event = chat().given(strict()).when(blank).by(CASEY).events().getFirst();

        assertThat(((ChatEvent.ChatClassified) event).fields()).isEmpty();
    }

    private static ClassifyChat classify(String category, @Nullable Boolean complaint) {
        return new ClassifyChat(
                CHAT, category, List.of(), Map.of("orderNumber", text("7")), complaint, List.of());
    }

    private static ChatEvent.ChatClassified filed(String order, boolean complaint) {
        return new ChatEvent.ChatClassified(
                CHAT, "billing", List.of(), Map.of("orderNumber", text(order)), complaint);
    }
}

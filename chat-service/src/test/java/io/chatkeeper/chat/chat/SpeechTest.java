package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ChatCommand.OpenChat;
import io.chatkeeper.contract.ChatCommand.PostMessage;
import io.chatkeeper.contract.ChatCommand.VerifyCustomer;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechTest {
    private static final List<ChatEvent> FRESH = List.of(opened(STRICT), assigned());
    private static final ChatEvent VERIFIED = new ChatEvent.CustomerVerified(CHAT, "call-back");

    @Test
    void a_first_message_names_the_customer_and_the_agent() {
        var refusal = chat().given(FRESH).when(post("How can I help?")).by(CASEY).refusal();

        assertThat(refusal.violations())
                .extracting(Violation::requirement)
                .containsExactly("R17", "R21");
        assertThat(refusal.violations().getFirst().suggestion()).isEqualTo("Hi Pat, I'm Casey.");
        assertThat(refusal.violations()).allMatch(Violation::overridable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Hi Pat, Casey here.", "Good morning, pat! My name is Casey; how are you?"})
    void a_first_message_with_both_names_passes(String words) {
        assertThat(chat().given(FRESH).when(post(words)).by(CASEY).events()).hasSize(1);
    }

    @Test
    void only_the_first_message_is_a_greeting() {
        assertThat(chat().given(strict()).when(post("Here it is.")).by(CASEY).events()).hasSize(1);
    }

    @Test
    void a_customer_who_has_told_no_name_is_greeted_without_one() {
        var nameless =
                new ChatEvent.ChatOpened(
                        CHAT,
                        "CK-1",
                        "loan",
                        STRICT,
                        "customer-service",
                        Customer.unknown(),
                        null,
                        Map.of());

        assertThat(
                        chat().given(nameless, assigned())
                                .when(post("Hello, Casey here."))
                                .by(CASEY)
                                .events())
                .hasSize(1);
    }

    @Test
    void a_customers_words_meet_no_rule() {
        assertThat(
                        chat().given(strict())
                                .when(post("I guarantee you the system says nothing!"))
                                .by(VISITOR)
                                .events())
                .hasSize(1);
    }

    @Test
    void abuse_and_upset_in_a_customers_words_are_hints() {
        var events =
                chat().given(strict())
                        .when(post("You are all idiots, this is unacceptable."))
                        .by(VISITOR)
                        .events();

        assertThat(events.stream().skip(1))
                .containsExactly(
                        new ChatEvent.ConcernNoticed(CHAT, "message-1", "abuse"),
                        new ChatEvent.ConcernNoticed(CHAT, "message-1", "upset"));
    }

    @Test
    void a_hint_comes_with_the_first_words_too() {
        var open =
                new OpenChat(
                        CHAT,
                        "CK-1",
                        "loan",
                        "strict",
                        customer(),
                        null,
                        text("I am really angry about my order"),
                        Map.of());

        assertThat(chat().given().when(open).by(VISITOR).events().getLast())
                .isEqualTo(new ChatEvent.ConcernNoticed(CHAT, "message-command-1", "upset"));
    }

    @Test
    void what_is_marked_as_specific_to_an_account_needs_a_verified_customer() {
        var marked = new PostMessage(CHAT, "message-1", null, text("It is 5."), List.of(), true);

        chat().given(strict()).when(marked).by(CASEY).thenViolates("identity-verified", "R137");
        assertThat(chat().given(strict(VERIFIED)).when(marked).by(CASEY).events()).hasSize(1);
    }

    @Test
    void what_sounds_like_an_account_needs_a_verified_customer_too() {
        PostMessage post = post("Your balance is 12 dollars.");

        chat().given(strict()).when(post).by(CASEY).thenViolates("identity-verified", "R137");
        assertThat(chat().given(strict(VERIFIED)).when(post).by(CASEY).events()).hasSize(1);
    }

    @Test
    void no_reason_tells_a_stranger_about_an_account() {
        var post =
                new PostMessage(
                        CHAT,
                        "message-1",
                        null,
                        text("Your balance is 12 dollars."),
                        List.of(override("identity-verified", "I know the voice")));

        chat().given(strict()).when(post).by(CASEY).thenViolates("identity-verified", "R137");
    }

    @Test
    void a_customer_whom_the_site_has_signed_in_is_verified() {
        var known =
                new ChatEvent.ChatOpened(
                        CHAT,
                        "CK-1",
                        "loan",
                        STRICT,
                        "customer-service",
                        new Customer(text("Pat"), null, "c-1", true),
                        null,
                        Map.of());

        assertThat(
                        chat().given(known, assigned(), said("casey", "Hello"))
                                .when(post("Your balance is 12 dollars."))
                                .by(CASEY)
                                .events())
                .hasSize(1);
    }

    @Test
    void a_customer_is_verified_once_and_by_a_method_of_the_procedure() {
        chat().given(strict()).when(new VerifyCustomer(CHAT, "call-back")).by(CASEY).then(VERIFIED);
        chat().given(strict())
                .when(new VerifyCustomer(CHAT, "gut-feeling"))
                .by(CASEY)
                .thenViolates("verification-method", "R137");
        chat().given(strict(VERIFIED))
                .when(new VerifyCustomer(CHAT, "call-back"))
                .by(CASEY)
                .thenRefused("verified-already");
    }
}

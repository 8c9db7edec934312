package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageGuardTest {
    private static final Sop SOP =
            SopReader.read(
                    (SmallSop.TEXT
                                    + """
                                    tone:
                                      - {id: R72, not: "I don't know", say: "Let me check.", severity: warn}
                                      - {id: R75, not: "The system says", say: "I'll see.", severity: block}
                                    greeting:
                                      text: "Hi {customer}, I'm {agent}."
                                      customerName: warn
                                      agentName: block
                                    """)
                            .getBytes(StandardCharsets.UTF_8));

    @Test
    void a_phrase_of_the_file_comes_with_its_weight_and_better_words() {
        Violation soft = later("Hm, I don't know.").getFirst();
        Violation hard = later("The system says no.").getFirst();

        assertThat(soft.requirement()).isEqualTo("R72");
        assertThat(soft.suggestion()).isEqualTo("Let me check.");
        assertThat(soft.overridable()).isTrue();
        assertThat(hard.requirement()).isEqualTo("R75");
        assertThat(hard.overridable()).isFalse();
    }

    @Test
    void of_two_findings_under_one_rule_the_hard_one_stands() {
        assertThat(later("I don't know. The system says no.")).noneMatch(Violation::overridable);
        assertThat(later("The system says no. I don't know.")).noneMatch(Violation::overridable);
    }

    @Test
    void a_masked_secret_is_no_finding() {
        assertThat(later(SensitiveData.mask("Your card 4111 1111 1111 1111 is on file.")))
                .isEmpty();
    }

    @Test
    void names_are_asked_for_once() {
        assertThat(first("Good morning, how can I help?", "Pat", "Casey"))
                .extracting(Violation::ruleId)
                .containsExactly("greeting-customer-name", "greeting-agent-name");
        assertThat(later("Good morning, how can I help?")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pat Miller    | Hi Pat, Casey here.",
                "Pat Miller    | Good morning, Ms. Miller! I'm Casey.",
                "José          | Hola Jose, soy Casey.",
                "O'Brien       | Hello Mr. O’Brien, my name is Casey."
            })
    void part_of_a_name_is_the_name(String customer, String words) {
        assertThat(first(words, customer, "Casey Lin")).isEmpty();
    }

    @Test
    void who_is_not_known_is_not_asked_for() {
        assertThat(first("Hello, Casey here.", null, "Casey")).isEmpty();
    }

    @Test
    void a_proposal_has_the_names_in_it() {
        assertThat(first("How can I help?", "Pat", "Casey").getFirst().suggestion())
                .isEqualTo("Hi Pat, I'm Casey.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You are all idiots.",
                "Are you stupid? No, you're just useless",
                "Go to hell!",
                "you people are such liars"
            })
    void abuse_is_noticed(String words) {
        assertThat(CustomerWords.concerns(SOP, words)).contains(CustomerWords.Concern.ABUSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is unacceptable.",
                "I am really angry about the fee",
                "Let me speak to your manager"
            })
    void upset_is_noticed(String words) {
        assertThat(CustomerWords.concerns(SOP, words)).containsExactly(CustomerWords.Concern.UPSET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I did a stupid thing and typed the wrong number.",
                "Thank you, you are very helpful!",
                "The cat knocked my idiot light off the dashboard.",
                "I was a bit disappointed by the colour, can I change it?"
            })
    void everyday_words_are_no_concern(String words) {
        assertThat(CustomerWords.concerns(SOP, words)).isEmpty();
    }

    private static List<Violation> later(String words) {
        return MessageGuard.check(SOP, words, new MessageContext("text", "Pat", "Casey", false));
    }

    private static List<Violation> first(
            String words, @Nullable String customer, @Nullable String agent) {
        return MessageGuard.check(SOP, words, new MessageContext("text", customer, agent, true));
    }
}

package io.chatkeeper.gateway.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static void isRefused(int status, Runnable call) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(call::run)
                .satisfies(problem -> assertThat(problem.status().value()).isEqualTo(status));
    }

    @Test
    void text_is_stripped_and_may_be_as_long_as_its_limit() {
        assertThat(Texts.required("text", "  hello ", 10).plain()).isEqualTo("hello");
        assertThat(Texts.required("text", "x".repeat(10), 10).plain()).hasSize(10);
        isRefused(413, () -> Texts.required("text", "x".repeat(11), 10));
    }

    @Test
    void missing_and_blank_are_the_same() {
        isRefused(400, () -> Texts.required("text", null, 10));
        isRefused(400, () -> Texts.required("text", " \n\t", 10));
        assertThat(Texts.optional("text", null, 10)).isNull();
        assertThat(Texts.optional("text", " ", 10)).isNull();
        assertThat(Texts.judgedLater("text", null, 10).plain()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my card is 4111 1111 1111 1111 ok",
                "my SSN is 078-05-1120 ok",
                "password: hunter2abc",
            })
    void what_is_nobody_s_business_is_masked_before_it_is_written(String text) {
        String plain = Texts.required("text", text, 100).plain();
        assertThat(plain).doesNotContain("4111 1111", "078-05-1120", "hunter2abc");
    }

    @Test
    void half_a_character_and_a_nul_are_no_text() {
        isRefused(400, () -> Texts.required("text", "a\ud800b", 10));
        isRefused(400, () -> Texts.required("text", "\udc00", 10));
        isRefused(400, () -> Texts.required("text", "a\u0000b", 10));
        assertThat(Texts.required("text", "\ud83d\ude00", 10).plain()).isEqualTo("\ud83d\ude00");
    }

    @Test
    void the_text_is_never_shown_in_logs() {
        assertThat(Texts.required("text", "my secret", 20).toString()).doesNotContain("secret");
    }

    @Test
    void ids_are_plain() {
        assertThat(Ids.required("id", "auth0_42@example.com")).isEqualTo("auth0_42@example.com");
        for (String id : new String[] {null, "", " ", "a b", "a/b", "a#1", "-a", "a\u0000", "é"}) {
            isRefused(400, () -> Ids.required("id", id));
        }
        isRefused(400, () -> Ids.required("id", "x".repeat(Ids.LONGEST + 1)));
        assertThat(Ids.list("ids", null)).isEmpty();
        isRefused(400, () -> Ids.list("ids", Arrays.asList("a", null)));
        isRefused(400, () -> Ids.list("ids", java.util.Collections.nCopies(51, "a")));
        assertThat(Ids.list("ids", List.of("a", "b"))).containsExactly("a", "b");
    }
}

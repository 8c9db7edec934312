package io.chatkeeper.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChatIdsTest {
    private final ChatIds ids = of("a secret of at least 32 bytes, so");

    private static ChatIds of(String secret) {
        return new ChatIds(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_same_site_and_key_name_the_same_chat_on_every_machine() {
        assertThat(ids.chatId("loan", "k"))
                .isEqualTo(of("a secret of at least 32 bytes, so").chatId("loan", "k"));
        assertThat(ids.chatId("loan", "k")).matches("chat-[0-9a-f]{32}");
    }

    @Test
    void another_site_key_or_secret_names_another_chat() {
        String chat = ids.chatId("loan", "k");
        assertThat(ids.chatId("saas", "k")).isNotEqualTo(chat);
        assertThat(ids.chatId("loan", "l")).isNotEqualTo(chat);
        assertThat(of("another secret of at least 32 byte").chatId("loan", "k")).isNotEqualTo(chat);
        assertThat(ids.chatId("loank", "")).isNotEqualTo(chat);
    }

    @Test
    void a_reference_can_be_read_aloud_and_seldom_repeats() {
        var references =
                IntStream.range(0, 2_000)
                        .mapToObj(i -> ids.reference(ids.chatId("loan", "k" + i)))
                        .toList();
        assertThat(references)
                .allMatch(reference -> reference.matches("CK-[2-9A-HJ-NP-Z]{7}"))
                .doesNotHaveDuplicates();
    }
}

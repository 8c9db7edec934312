package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts that nobody writes by accident. The limit is generous because it must only tell "grows
/// with the length" from "grows with its square": the latter takes minutes on these.
class HostileTextTest {
    private static final Duration NOT_FOR_EVER = Duration.ofSeconds(10);
    private static final TextGuard GUARD = new TextGuard(ShippedSopsTest.shipped("assist-chat"));

    static Stream<String> texts() {
        return Stream.of(
                        "a,",
                        "\n",
                        "A ",
                        "you need to ",
                        "can't promise a refund ",
                        "customer said idiot ",
                        "\"",
                        "((((",
                        "....",
                        "cid ",
                        "- CID: \n",
                        "NEW SHOP: a b ",
                        "\u202e\u200bx\u2066",
                        "\ud800",
                        "\udc00\ud800x",
                        "\u200d\ufeff\u202d\u200f",
                        "\ud83d\ude00\u200d",
                        "Asked and then but so also ",
                        "wondering if whether why how ",
                        "e\u0301\u0301\u0301",
                        "if you had only ",
                        "he said I said ",
                        "1 2 3 4 ",
                        "password ")
                .map(bait -> bait.repeat(TextGuard.LONGEST / bait.length()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void is_answered_whatever_it_is(String text) {
        for (TextKind kind : TextKind.values()) {
            var context =
                    new TextContext(false, "Zoë O'Neil", false, "STATE-TO-STATE TRANSFER", "crm");
            Assertions.assertTimeoutPreemptively(
                    NOT_FOR_EVER, () -> assertThat(GUARD.check(kind, text, context)).isNotNull());
        }
    }

    static Stream<String> tooLong() {
        return Stream.of(
                "a".repeat(TextGuard.LONGEST + 1),
                "Customer asked. ".repeat(1 << 16),
                "line\n".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void is_refused_by_its_length(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GUARD.check(TextKind.NOTE, text, TextContext.NONE));
    }
}

package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.sop.SopChange.Kind;
import org.junit.jupiter.api.Test;

class SopDiffTest {
    private static Sop loan(String from, String to) {
        String source = ShippedSopsTest.shipped("tidio-loan").source();
        assertThat(source).contains(from);
        return SopReader.read(source.replace(from, to));
    }

    private static final Sop LOAN = ShippedSopsTest.shipped("tidio-loan");

    @Test
    void a_changed_number_is_named_by_its_place() {
        Sop stricter = loan("warn: PT10M", "warn: PT8M");
        assertThat(SopDiff.between(LOAN, stricter))
                .containsExactly(
                        new SopChange(
                                "clocks.transfer-acknowledgement.warn",
                                Kind.CHANGED,
                                "PT10M",
                                "PT8M"));
    }

    @Test
    void what_comes_and_goes_is_told_apart_by_its_own_name() {
        Sop fewer =
                loan(
                        "  - {id: R74, not: \"You need to\", say: \"What we can do is…\", severity: warn}\n",
                        "");
        assertThat(SopDiff.between(LOAN, fewer))
                .isNotEmpty()
                .allSatisfy(change -> {
                    assertThat(change.kind()).isEqualTo(Kind.REMOVED);
                    assertThat(change.path()).startsWith("tone[You need to].");
                });
        assertThat(SopDiff.between(fewer, LOAN))
                .allSatisfy(change -> assertThat(change.kind()).isEqualTo(Kind.ADDED));
    }

    @Test
    void comments_and_quotes_make_no_difference() {
        Sop rewritten =
                loan(
                        "title: Customer chats of a loan company",
                        "title: 'Customer chats of a loan company' # as ever");
        assertThat(SopDiff.between(LOAN, rewritten)).isEmpty();
    }
}

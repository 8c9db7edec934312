package io.chatkeeper.notes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatkeeper.notes.ShippedSops;
import io.chatkeeper.notes.web.LintEndpoint.Context;
import io.chatkeeper.notes.web.LintEndpoint.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;
import reactor.core.scheduler.Schedulers;

class LintEndpointTest {
    private final LintEndpoint endpoint =
            new LintEndpoint(ShippedSops.of("tidio-loan", "live-chat"), Schedulers.immediate());

    @Test
    void a_poor_note_is_told_what_is_wrong_once_a_rule() {
        assertThat(findings("note", "done", null))
                .extracting(Finding::code)
                .containsExactly("ONE_WORD");
        assertThat(findings("note", "done", "tidio-loan"))
                .extracting(Finding::ruleId)
                .containsExactly("note-one-word");
    }

    @Test
    void a_good_note_has_no_findings() {
        String good = "Customer asked for a payoff letter. Sent the form and explained it.";
        assertThat(findings("note", good, null)).isEmpty();
    }

    @Test
    void a_chat_that_was_handed_over_needs_no_action_in_its_note() {
        String concern = "Customer requested an update on the loan application.";
        var untouched = new Request("note", concern, new Context(false), "tidio-loan");
        var transferred = new Request("note", concern, new Context(true), "tidio-loan");
        assertThat(findings(untouched)).extracting(Finding::code).containsExactly("MISSING_ACTION");
        assertThat(findings(transferred)).isEmpty();
    }

    @Test
    void other_kinds_of_text_are_not_checked_yet() {
        assertThat(findings("customer_message", "done", null)).isEmpty();
    }

    @Test
    void what_cannot_be_checked_is_told_by_its_status() {
        assertThat(status("note", "a".repeat(LintEndpoint.LONGEST + 1), null)).isEqualTo(413);
        assertThat(status("note", null, null)).isEqualTo(400);
        assertThat(status("poem", "roses", null)).isEqualTo(400);
        assertThat(status("note", "done", "nowhere")).isEqualTo(404);
    }

    private int status(String kind, @Nullable String text, @Nullable String sop) {
        return catchThrowableOfType(
                        ErrorResponseException.class,
                        () -> findings(new Request(kind, text, null, sop)))
                .getStatusCode()
                .value();
    }

    private List<Finding> findings(String kind, String text, @Nullable String sop) {
        return findings(new Request(kind, text, null, sop));
    }

    private List<Finding> findings(Request request) {
        return endpoint.lint(request).blockOptional().orElseThrow().findings();
    }
}

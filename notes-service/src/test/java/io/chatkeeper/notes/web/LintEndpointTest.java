package io.chatkeeper.notes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatkeeper.notes.ShippedSops;
import io.chatkeeper.notes.web.LintEndpoint.Context;
import io.chatkeeper.notes.web.LintEndpoint.Request;
import io.chatkeeper.sop.TextGuard;
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
                .extracting(LintEndpoint.Found::code)
                .containsExactly("ONE_WORD");
        assertThat(findings("note", "done", "tidio-loan"))
                .extracting(LintEndpoint.Found::ruleId)
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
        var untouched = new Request("note", concern, chat(false), "tidio-loan");
        var transferred = new Request("note", concern, chat(true), "tidio-loan");
        assertThat(findings(untouched))
                .extracting(LintEndpoint.Found::code)
                .containsExactly("MISSING_ACTION");
        assertThat(findings(transferred)).isEmpty();
    }

    @Test
    void every_kind_of_text_meets_its_own_rules() {
        assertThat(codes("customer_message", "You need to restart it."))
                .containsExactly("DISMISSIVE");
        assertThat(
                        codes(
                                "assist_request",
                                "The client is upset about the late fee on the March invoice again."))
                .containsExactlyInAnyOrder("NO_QUESTION", "MISSING_CLIENT_ID");
        var greeting =
                new Request(
                        "greeting",
                        "Hello there!",
                        new Context(false, "Dana", null, null, null),
                        null);
        assertThat(findings(greeting))
                .extracting(LintEndpoint.Found::code)
                .containsExactly("NO_GREETING_NAME");
    }

    @Test
    void a_finding_says_where_it_stands_and_what_the_procedure_says_instead() {
        assertThat(findings("customer_message", "Sorry, I don't know.", "tidio-loan"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.requirement()).isEqualTo("R72");
                    assertThat(found.suggestion()).isEqualTo("Let me check that for you.");
                    assertThat(found.span()).isEqualTo(new LintEndpoint.Span(7, 19));
                });
    }

    @Test
    void what_cannot_be_checked_is_told_by_its_status() {
        assertThat(status("note", "a".repeat(TextGuard.LONGEST + 1), null)).isEqualTo(413);
        assertThat(status("note", null, null)).isEqualTo(400);
        assertThat(status("poem", "roses", null)).isEqualTo(400);
        assertThat(status("note", "done", "nowhere")).isEqualTo(404);
    }

    private static Context chat(boolean transferred) {
        return new Context(transferred, null, null, null, null);
    }

    private List<String> codes(String kind, String text) {
        return findings(kind, text, null).stream().map(LintEndpoint.Found::code).toList();
    }

    private int status(String kind, @Nullable String text, @Nullable String sop) {
        return catchThrowableOfType(
                        ErrorResponseException.class,
                        () -> findings(new Request(kind, text, null, sop)))
                .getStatusCode()
                .value();
    }

    private List<LintEndpoint.Found> findings(String kind, String text, @Nullable String sop) {
        return findings(new Request(kind, text, null, sop));
    }

    private List<LintEndpoint.Found> findings(Request request) {
        return endpoint.lint(request).blockOptional().orElseThrow().findings();
    }
}

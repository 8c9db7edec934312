package io.chatkeeper.notes.web;

import io.chatkeeper.contract.Severity;
import io.chatkeeper.sop.Finding;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.sop.TextContext;
import io.chatkeeper.sop.TextGuard;
import io.chatkeeper.sop.TextKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Tells what is wrong with a text before it is sent, by the guards that will judge it then.
/// Changes nothing. For the gateway alone, which checks who asks.
@RestController
class LintEndpoint {
    private final SopRegister sops;
    private final Scheduler blocking;

    /// @param sop id of the procedure whose newest version counts; without one, all of them do
    record Request(
            @Nullable String kind,
            @Nullable String text,
            @Nullable Context context,
            @Nullable String sop) {}

    /// @param transferred whether the chat was handed over, so that others act
    /// @param customerName the customer's name, if it is known
    /// @param messageType `reply` for a line within a running chat with a lead
    /// @param template the name of the form that is filled in
    /// @param noteKind what a note is for, such as `closing`
    record Context(
            @Nullable Boolean transferred,
            @Nullable String customerName,
            @Nullable String messageType,
            @Nullable String template,
            @Nullable String noteKind) {
        TextContext known() {
            return new TextContext(
                    Boolean.TRUE.equals(transferred),
                    customerName,
                    "reply".equals(messageType),
                    template,
                    noteKind);
        }
    }

    /// @param span where it stands, in UTF-16 units
    record Found(
            String code,
            String ruleId,
            String requirement,
            Severity severity,
            String message,
            Span span,
            @Nullable String suggestion) {
        static Found of(Finding finding) {
            return new Found(
                    finding.code(),
                    finding.ruleId(),
                    finding.requirement(),
                    finding.severity(),
                    finding.message(),
                    new Span(finding.start(), finding.end()),
                    finding.suggestion());
        }
    }

    record Span(int start, int end) {}

    record Answer(List<Found> findings) {}

    LintEndpoint(SopRegister sops, Scheduler blocking) {
        this.sops = sops;
        this.blocking = blocking;
    }

    @PostMapping("/internal/lint")
    Mono<Answer> lint(@RequestBody Request request) {
        return Mono.fromCallable(() -> answer(request)).subscribeOn(blocking);
    }

    private Answer answer(Request request) {
        String text = request.text;
        Optional<TextKind> kind =
                Optional.ofNullable(request.kind).flatMap(name -> TextKind.of(name));
        if (text == null || kind.isEmpty()) {
            throw Problems.MALFORMED.exception();
        }
        if (text.length() > TextGuard.LONGEST) {
            throw Problems.TOO_LARGE.exception();
        }
        TextContext context = request.context == null ? TextContext.NONE : request.context.known();
        return new Answer(found(rules(request.sop).toList(), kind.get(), text, context));
    }

    /// Every rule once, though several procedures may have it; with a suggestion, if one has any.
    private static List<Found> found(
            List<Sop> sops, TextKind kind, String text, TextContext context) {
        Map<String, Finding> byRule = new LinkedHashMap<>();
        for (Sop sop : sops) {
            for (Finding finding : new TextGuard(sop).check(kind, text, context)) {
                byRule.merge(
                        finding.ruleId(),
                        finding,
                        (one, other) -> one.suggestion() == null ? other : one);
            }
        }
        return byRule.values().stream().map(Found::of).toList();
    }

    private Stream<Sop> rules(@Nullable String sop) {
        if (sop == null) {
            return sops.inForce();
        }
        return Stream.of(sops.newest(sop).orElseThrow(Problems.UNKNOWN_SOP::exception));
    }
}

package io.chatkeeper.notes.web;

import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.NoteGuard;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.SopRegister;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /// The longest text that is looked at, in UTF-16 units.
    static final int LONGEST = 20_000;

    private static final String NOTE = "note";
    private static final Set<String> KINDS =
            Set.of(NOTE, "customer_message", "greeting", "assist_request", "template");

    private final SopRegister sops;
    private final Scheduler blocking;

    /// @param sop id of the procedure whose newest version counts; without one, all of them do
    record Request(
            @Nullable String kind,
            @Nullable String text,
            @Nullable Context context,
            @Nullable String sop) {}

    /// @param transferred whether the chat was handed over, so that others act
    record Context(@Nullable Boolean transferred) {}

    record Answer(List<Finding> findings) {}

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
        if (text == null || request.kind == null || !KINDS.contains(request.kind)) {
            throw Problems.MALFORMED.exception();
        }
        if (text.length() > LONGEST) {
            throw Problems.TOO_LARGE.exception();
        }
        List<Sop> rules = rules(request.sop).toList();
        return new Answer(
                request.kind.equals(NOTE) ? note(rules, text, request.context) : List.of());
    }

    /// Every rule once, though several procedures may have it.
    private static List<Finding> note(List<Sop> sops, String text, @Nullable Context context) {
        boolean transferred = context != null && Boolean.TRUE.equals(context.transferred);
        Map<String, Finding> byRule = new LinkedHashMap<>();
        for (Sop sop : sops) {
            for (Violation violation : NoteGuard.check(sop.notes(), text, transferred)) {
                byRule.putIfAbsent(violation.ruleId(), Finding.of(violation));
            }
        }
        return List.copyOf(byRule.values());
    }

    private Stream<Sop> rules(@Nullable String sop) {
        if (sop == null) {
            return sops.inForce();
        }
        return Stream.of(sops.newest(sop).orElseThrow(Problems.UNKNOWN_SOP::exception));
    }
}

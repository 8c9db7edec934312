package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.ChatEscalated;
import io.chatkeeper.chat.chat.ChatEvent.ChatTakenOver;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.ChatCommand.EscalateChat;
import io.chatkeeper.contract.ChatCommand.TakeOverChat;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.EscalationRules;
import io.chatkeeper.sop.Sop;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Going up the ladder. Escalating sends the customer the message with time, contact and reference:
/// informing is an act, not a claim (R95, R96).
final class Escalations {
    private static final DateTimeFormatter CLOCK_TIME =
            DateTimeFormatter.ofPattern("HH:mm (zzz)", Locale.ENGLISH);

    private static final Duration LONGEST_PROMISE = Duration.ofDays(14);

    private Escalations() {}

    static List<ChatEvent> escalate(Chat.Opened chat, EscalateChat escalate, Decision by, Sop sop)
            throws Refused {
        // A breach names the transfer it is about; one that was taken needs no escalation (P7).
        if (chat.isPast(escalate.transferId())) {
            throw Refused.conflict("stale-transfer", "This transfer is no longer open.");
        }
        EscalationRules rules = sop.escalation();
        // The system escalates what a clock has found: there is nobody to be taught.
        List<Violation> violations =
                by.actor().kind() == ActorKind.SYSTEM ? List.of() : violations(chat, escalate, sop);
        Verdict verdict =
                Verdict.on(escalate, escalate.escalationId(), violations, escalate.overrides());
        Role to = escalate.to() == null ? rung(chat, escalate, sop) : escalate.to();
        Instant updateBy =
                by.at().plus(escalate.timeline() == null ? rules.timeline() : escalate.timeline());
        String contact =
                escalate.contact() == null || escalate.contact().plain().isBlank()
                        ? rules.contact()
                        : escalate.contact().plain();
        ChatEscalated escalated =
                new ChatEscalated(
                        escalate.chatId(),
                        escalate.escalationId(),
                        escalate.trigger(),
                        Conversation.masked(escalate.detail()),
                        to,
                        sop.deskOf(to),
                        updateBy,
                        PersonalText.of(contact),
                        escalate.transferId(),
                        by.actor().kind() == ActorKind.AGENT ? by.actor().id() : null);
        String message =
                rules.messageFor(
                        clockTime(chat, updateBy, sop), contact, chat.identity().reference());
        return verdict.beside(escalated, Conversation.fromSystem(chat, message, by));
    }

    /// The next rung, or the one the procedure names for the trigger (R92, R98).
    private static Role rung(Chat.Opened chat, EscalateChat escalate, Sop sop) {
        return escalate.trigger().equals(Conduct.ABUSE)
                ? sop.abuse().then()
                : sop.escalation().next(escalate.trigger(), chat.standing().escalatedTo());
    }

    static List<ChatEvent> takeOver(Chat.Opened chat, TakeOverChat over, Decision by, Sop sop)
            throws Refused {
        if (chat.isServedBy(by.actor().id())) {
            throw Refused.conflict("yours-already", "You are responsible for this chat already.");
        }
        Role role = by.actor().role() == null ? Role.LEAD : by.actor().role();
        Verdict verdict = Verdict.on(over, null, Helping.helpFirst(chat, sop), over.overrides());
        List<ChatEvent> events = new ArrayList<>();
        events.add(
                new ChatTakenOver(
                        over.chatId(),
                        by.actor().id(),
                        over.agentName(),
                        sop.deskOf(role),
                        chat.serving() == null ? null : chat.serving().agentId(),
                        chat.receiver(),
                        chat.waitingAt()));
        events.addAll(LeftMessages.owedBy(chat, by.actor().id()));
        return verdict.beside(events.toArray(ChatEvent[]::new));
    }

    private static List<Violation> violations(Chat.Opened chat, EscalateChat escalate, Sop sop) {
        EscalationRules rules = sop.escalation();
        List<Violation> violations = new ArrayList<>();
        if (!rules.triggers().contains(escalate.trigger())) {
            violations.add(
                    Violation.block(
                            "escalation-trigger",
                            "R88",
                            "trigger",
                            "Say why: one of " + String.join(", ", rules.triggers()) + "."));
        }
        if (escalate.detail().plain().isBlank()) {
            violations.add(
                    Violation.block(
                            "escalation-detail",
                            "R68",
                            "detail",
                            "Tell whoever takes over what has happened and what has been tried."));
        }
        checkPromise(escalate, rules, violations);
        if (escalate.trigger().equals(Conduct.ABUSE)) {
            Conduct.warningsLeft(chat, sop).ifPresent(violations::add);
            Conduct.tooLow(escalate.to(), sop).ifPresent(violations::add);
        }
        return violations;
    }

    private static void checkPromise(
            EscalateChat escalate, EscalationRules rules, List<Violation> violations) {
        if (escalate.to() != null && !rules.ladder().contains(escalate.to())) {
            violations.add(
                    Violation.block(
                            "escalation-ladder",
                            "R92",
                            "to",
                            "An escalation goes to a rung of the ladder in the procedure."));
        }
        Duration timeline = escalate.timeline();
        if (timeline != null
                && (!timeline.isPositive() || timeline.compareTo(LONGEST_PROMISE) > 0)) {
            violations.add(
                    Violation.block(
                            "escalation-timeline",
                            "R95",
                            "inform.timeline",
                            "Promise the customer an update within the next 14 days."));
        }
    }

    private static String clockTime(Chat.Opened chat, Instant at, Sop sop) {
        var desk = sop.desks().get(chat.desk());
        var zone = desk == null ? java.time.ZoneOffset.UTC : sop.calendar(desk.calendar()).zone();
        return CLOCK_TIME.format(at.atZone(zone));
    }
}

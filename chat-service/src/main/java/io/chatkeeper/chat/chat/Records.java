package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.ChatClosed;
import io.chatkeeper.chat.chat.ChatEvent.ChatEscalated;
import io.chatkeeper.chat.chat.ChatEvent.ChatOpened;
import io.chatkeeper.chat.chat.ChatEvent.ChatRated;
import io.chatkeeper.chat.chat.ChatEvent.ChatResolved;
import io.chatkeeper.chat.chat.ChatEvent.FollowUpCompleted;
import io.chatkeeper.chat.chat.RecordEvent.RecordDelivered;
import io.chatkeeper.chat.chat.RecordEvent.RecordDue;
import io.chatkeeper.chat.chat.RecordEvent.RecordFailed;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.RecordCommand;
import io.chatkeeper.contract.RecordCommand.ReportDelivery;
import io.chatkeeper.contract.RecordCommand.SendRecord;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.sop.Occasion;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.Sops;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sees to it that other systems get a chat on the occasions that the procedure names (R29, R69,
/// R136). The duty is an event beside the occasion's own, so it is in the log before anybody tries.
final class Records {
    /// How long to wait after each attempt, as the Standard Webhooks recommend; about three days in
    /// all. After the last one somebody has to look.
    static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));

    /// Trying again would not help.
    private static final Set<String> HOPELESS =
            Set.of("not-configured", "private-address", "status-410");

    private Records() {}

    /// The events, and a duty beside each that is an occasion.
    static List<ChatEvent> beside(Chat chat, List<ChatEvent> events, Decision by, Sops sops) {
        SopRef ref = events.isEmpty() ? null : procedure(chat, events.getFirst());
        if (ref == null) {
            return events;
        }
        Sop sop = sops.get(ref);
        List<ChatEvent> duties = new ArrayList<>();
        for (ChatEvent event : events) {
            Occasion occasion = occasion(event);
            if (occasion != null) {
                sop.recordedOn(occasion)
                        .forEach(to -> duties.add(due(event.chatId(), to, occasion, by)));
            }
        }
        return duties.isEmpty() ? events : Stream.concat(events.stream(), duties.stream()).toList();
    }

    private static @Nullable SopRef procedure(Chat chat, ChatEvent first) {
        return switch (chat) {
            case Chat.Opened opened -> opened.identity().sop();
            case Chat.Unopened _ -> first instanceof ChatOpened opened ? opened.sop() : null;
        };
    }

    private static @Nullable Occasion occasion(ChatEvent event) {
        return switch (event) {
            case ChatOpened _ -> Occasion.OPENED;
            case ChatEscalated _ -> Occasion.ESCALATED;
            case ChatResolved _ -> Occasion.RESOLVED;
            case ChatClosed _ -> Occasion.CLOSED;
            case ChatRated _ -> Occasion.RATED;
            case FollowUpCompleted _ -> Occasion.FOLLOWED_UP;
            default -> null;
        };
    }

    private static RecordDue due(
            String chatId, String destination, Occasion occasion, Decision by) {
        String id = "record-" + destination + "-" + occasion.word() + "-" + by.commandId();
        return new RecordDue(chatId, id, destination, occasion.word(), 1);
    }

    /// What is to be tried again by now.
    static List<ChatEvent> wake(Chat.Opened chat, Decision by) {
        return chat.duties().deliveries().stream()
                .filter(one -> one.nextAt() != null && !one.nextAt().isAfter(by.at()))
                .<ChatEvent>map(one -> again(chat, one))
                .toList();
    }

    static List<ChatEvent> decide(Chat.Opened chat, RecordCommand command, Decision by)
            throws Refused {
        return switch (command) {
            case ReportDelivery report -> report(chat, report, by);
            case SendRecord send -> send(chat, send);
        };
    }

    /// An answer to another attempt than the latest one tells nothing.
    private static List<ChatEvent> report(Chat.Opened chat, ReportDelivery report, Decision by) {
        boolean awaited =
                chat.duties()
                        .delivery(report.recordId())
                        .filter(one -> one.attempt() == report.attempt())
                        .filter(one -> !one.waits())
                        .isPresent();
        if (!awaited) {
            return List.of();
        }
        String problem = report.problem();
        return List.of(
                problem == null
                        ? new RecordDelivered(report.chatId(), report.recordId(), report.attempt())
                        : new RecordFailed(
                                report.chatId(),
                                report.recordId(),
                                report.attempt(),
                                problem,
                                nextAt(report.attempt(), problem, by)));
    }

    private static @Nullable Instant nextAt(int attempt, String problem, Decision by) {
        return HOPELESS.contains(problem) || attempt > PAUSES.size()
                ? null
                : by.at().plus(PAUSES.get(attempt - 1));
    }

    /// Somebody has looked, and it is tried again.
    private static List<ChatEvent> send(Chat.Opened chat, SendRecord send) throws Refused {
        Duties.Delivery delivery =
                chat.duties()
                        .delivery(send.recordId())
                        .filter(Duties.Delivery::waits)
                        .orElseThrow(() ->
                                Refused.conflict(
                                        "record-not-failed",
                                        "There is no such record that waits to be sent again."));
        return List.of(again(chat, delivery));
    }

    private static RecordDue again(Chat.Opened chat, Duties.Delivery delivery) {
        return new RecordDue(
                chat.identity().chatId(),
                delivery.id(),
                delivery.destination(),
                delivery.occasion(),
                delivery.attempt() + 1);
    }
}

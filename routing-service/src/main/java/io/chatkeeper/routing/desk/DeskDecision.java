package io.chatkeeper.routing.desk;

import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.DeskCommand;
import io.chatkeeper.contract.DeskCommand.AwaitAnswer;
import io.chatkeeper.contract.DeskCommand.ClaimChat;
import io.chatkeeper.contract.DeskCommand.ConfirmPlacement;
import io.chatkeeper.contract.DeskCommand.LeaveLine;
import io.chatkeeper.contract.DeskCommand.NoteMember;
import io.chatkeeper.contract.DeskCommand.QueueChat;
import io.chatkeeper.contract.DeskCommand.RejectPlacement;
import io.chatkeeper.contract.DeskCommand.SeekHelp;
import io.chatkeeper.contract.PublicAgentEvent;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.contract.Wants;
import io.chatkeeper.routing.desk.DeskEvent.AnswerAwaited;
import io.chatkeeper.routing.desk.DeskEvent.ChatLeftLine;
import io.chatkeeper.routing.desk.DeskEvent.ChatPlaced;
import io.chatkeeper.routing.desk.DeskEvent.ChatQueued;
import io.chatkeeper.routing.desk.DeskEvent.MemberNoted;
import io.chatkeeper.routing.desk.DeskEvent.OfferDeclined;
import io.chatkeeper.routing.desk.DeskEvent.OfferTimedOut;
import io.chatkeeper.routing.desk.DeskEvent.OfferWithdrawn;
import io.chatkeeper.sop.DeskRule;
import io.chatkeeper.sop.OfferRule;
import io.chatkeeper.sop.Sops;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides every command of a desk. Whatever changed, the offers that follow from it come behind;
/// what the calendar says by now comes before everything else.
final class DeskDecision {
    private DeskDecision() {}

    static List<DeskEvent> decide(Desk desk, DeskCommand command, Decision by, Sops sops)
            throws Refused {
        String deskId = StreamId.subject(command.streamId());
        List<DeskEvent> turn =
                desk.hours()
                        .turned(deskId, sops.ownerOfDesk(deskId).orElse(null), by.at())
                        .<List<DeskEvent>>map(List::of)
                        .orElse(List.of());
        List<DeskEvent> all = new ArrayList<>(withOffers(desk, deskId, turn, sops));
        all.addAll(answer(after(desk, all), command, by, sops));
        return all;
    }

    private static List<DeskEvent> answer(Desk desk, DeskCommand command, Decision by, Sops sops)
            throws Refused {
        return switch (command) {
            case WakeUp _ -> List.of();
            case QueueChat queue -> {
                onlySystem(by);
                ownedBySomebody(queue, sops);
                yield withOffers(desk, queue.deskId(), queue(desk, queue), sops);
            }
            case NoteMember note -> {
                onlySystem(by);
                yield withOffers(desk, note.deskId(), note(desk, note), sops);
            }
            case ConfirmPlacement yes -> {
                onlySystem(by);
                yield withOffers(desk, yes.deskId(), confirm(desk, yes), sops);
            }
            case AwaitAnswer asked -> {
                onlySystem(by);
                yield awaiting(desk, asked);
            }
            case ClaimChat claim -> Claims.claim(desk, claim, by.actor());
            case RejectPlacement no -> {
                onlySystem(by);
                yield withOffers(desk, no.deskId(), reject(desk, no), sops);
            }
            case LeaveLine leave -> {
                onlySystem(by);
                yield withOffers(desk, leave.deskId(), leave(desk, leave), sops);
            }
            case SeekHelp seek -> {
                onlySystem(by);
                yield List.of(Rungs.sought(desk, seek));
            }
        };
    }

    /// A chat is in line once; a new transfer of it takes the place of an old one at the end.
    private static List<DeskEvent> queue(Desk desk, QueueChat queue) {
        String chatId = queue.chatId();
        Optional<Waiting> old = desk.waiting(chatId);
        if (old.filter(entry -> entry.isFor(chatId, queue.transferId())).isPresent()) {
            return List.of();
        }
        Optional<DeskEvent> missing = Skills.missing(desk, queue);
        if (missing.isPresent()) {
            return List.of(missing.get());
        }
        List<DeskEvent> events = new ArrayList<>();
        old.ifPresent(entry -> events.addAll(leaving(queue.deskId(), entry, "replaced")));
        int place = desk.line().size() + (old.isPresent() ? 0 : 1);
        events.add(
                new ChatQueued(
                        queue.deskId(),
                        chatId,
                        queue.transferId(),
                        place,
                        queue.notAgent(),
                        wants(desk, queue)));
        return events;
    }

    /// A word of the visitor's topic is kept only if it is the skill of somebody here.
    private static @Nullable Wants wants(Desk desk, QueueChat queue) {
        Wants asked = queue.wants();
        if (asked == null || asked.equals(Wants.NOTHING)) {
            return null;
        }
        String skill = asked.skill();
        boolean known = skill != null && Skills.known(desk, skill, null);
        return new Wants(
                asked.customer(), known ? skill : null, asked.language(), asked.skillOnly());
    }

    private static List<DeskEvent> note(Desk desk, NoteMember note) {
        Member known = desk.member(note.profile().agentId());
        return known != null && known.isKnownAs(note.profile(), note.status(), note.held())
                ? List.of()
                : List.of(
                        new MemberNoted(note.deskId(), note.profile(), note.status(), note.held()));
    }

    /// Only the answer that is awaited counts: a chat may have left the line, or come back with
    /// another transfer, while the agent was being asked. Where a person is asked, it takes so long
    /// that this answer may be one from before: there the chat says who has it (see [#leave]).
    private static List<DeskEvent> confirm(Desk desk, ConfirmPlacement yes) {
        return desk.awaiting(yes.chatId(), yes.transferId(), yes.agentId(), yes.offer())
                .filter(entry -> entry.asked().stage() == Asked.Stage.PROMPT)
                .<List<DeskEvent>>map(
                        _ -> List.of(new ChatPlaced(yes.deskId(), yes.chatId(), yes.agentId())))
                .orElse(List.of());
    }

    private static List<DeskEvent> reject(Desk desk, RejectPlacement no) {
        return desk.awaiting(no.chatId(), no.transferId(), no.agentId(), no.offer())
                .<List<DeskEvent>>map(_ -> List.of(noPlace(no)))
                .orElse(List.of());
    }

    private static DeskEvent noPlace(RejectPlacement no) {
        return no.reason().equals(PublicAgentEvent.HoldEnded.NO_ANSWER)
                ? new OfferTimedOut(no.deskId(), no.chatId(), no.agentId())
                : new OfferDeclined(no.deskId(), no.chatId(), no.agentId(), no.reason());
    }

    private static List<DeskEvent> awaiting(Desk desk, AwaitAnswer asked) {
        return desk.awaiting(asked.chatId(), asked.transferId(), asked.agentId(), asked.offer())
                .filter(entry -> entry.asked().stage() == Asked.Stage.OPEN)
                .<List<DeskEvent>>map(_ ->
                        List.of(
                                new AnswerAwaited(
                                        asked.deskId(),
                                        asked.chatId(),
                                        asked.agentId(),
                                        asked.answerBy())))
                .orElse(List.of());
    }

    /// A chat that somebody has who is not being asked here has been given to them by an answer
    /// from before; whoever is asked now is asked for nothing.
    private static List<DeskEvent> leave(Desk desk, LeaveLine leave) {
        String assignedTo = leave.assignedTo();
        return desk.waiting(leave.chatId())
                .map(entry ->
                        assignedTo != null && entry.awaits(assignedTo)
                                ? placing(leave.deskId(), entry, assignedTo)
                                : leaving(leave.deskId(), entry, leave.reason()))
                .orElse(List.of());
    }

    /// Whose record answers at once has their placement on its way here.
    private static List<DeskEvent> placing(String deskId, Waiting entry, String agentId) {
        return entry.asked().stage() == Asked.Stage.PROMPT
                ? List.of()
                : List.of(new ChatPlaced(deskId, entry.chatId(), agentId));
    }

    private static List<DeskEvent> leaving(String deskId, Waiting entry, String reason) {
        ChatLeftLine left = new ChatLeftLine(deskId, entry.chatId(), reason);
        String asked = entry.askedNow();
        return asked == null || entry.asked().stage() == Asked.Stage.PROMPT
                ? List.of(left)
                : List.of(
                        new OfferWithdrawn(
                                deskId,
                                entry.chatId(),
                                entry.transferId(),
                                asked,
                                reason,
                                entry.asked().offer()),
                        left);
    }

    private static List<DeskEvent> withOffers(
            Desk desk, String deskId, List<DeskEvent> changes, Sops sops) {
        if (changes.isEmpty()) {
            return changes;
        }
        List<DeskEvent> all = new ArrayList<>(changes);
        Optional<DeskRule> rule = rule(deskId, sops);
        all.addAll(
                Offers.of(
                        deskId,
                        after(desk, changes),
                        rule.map(DeskRule::strategy).orElse(List.of()),
                        rule.map(DeskRule::offer).orElse(OfferRule.ASSIGNED)));
        return all;
    }

    private static Desk after(Desk desk, List<DeskEvent> changes) {
        Desk changed = desk;
        for (DeskEvent change : changes) {
            changed = Desk.evolve(changed, change);
        }
        return changed;
    }

    private static Optional<DeskRule> rule(String deskId, Sops sops) {
        return sops.ownerOfDesk(deskId).map(sop -> Objects.requireNonNull(sop.desks().get(deskId)));
    }

    /// The version that the chat keeps is waited for if it has not arrived here yet; it may name a
    /// desk that the newest version has no more.
    private static void ownedBySomebody(QueueChat queue, Sops sops) throws Refused {
        boolean named =
                queue.sop() != null && sops.get(queue.sop()).desks().containsKey(queue.deskId());
        if (!named && sops.ownerOfDesk(queue.deskId()).isEmpty()) {
            throw Refused.notFound(
                    "unknown-desk", "No procedure has a desk " + queue.deskId() + ".");
        }
    }

    private static void onlySystem(Decision by) throws Refused {
        if (by.actor().kind() != ActorKind.SYSTEM) {
            throw Refused.forbidden("not-routing", "A line is kept by routing alone.");
        }
    }
}

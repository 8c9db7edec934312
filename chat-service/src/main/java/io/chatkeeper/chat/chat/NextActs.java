package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.ChatActs;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.*;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.LadderCommand.HelpEscalation;
import io.chatkeeper.contract.LadderCommand.ReturnEscalation;
import io.chatkeeper.contract.LadderCommand.ReviewEscalation;
import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.RecordCommand.SendRecord;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.ReviewVerdict;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.Sops;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody may do with a chat now, and what each act would meet: every legal act is decided
/// as an empty form, by the decision itself, and nothing of it is kept. So it can't promise what
/// the decision then refuses.
public final class NextActs {
    private static final PersonalText EMPTY = new PersonalText("");
    private static final PersonalText WORDS = new PersonalText("Here is how things stand.");

    private NextActs() {}

    /// An act that is legal now.
    ///
    /// @param violations what it would meet, sent as it is
    /// @param code why it is refused for another reason than a rule
    public record NextAct(
            String act,
            List<Violation> violations,
            @Nullable String code,
            @Nullable String detail) {}

    /// The acts that are legal for the actor after this history; none if there is no chat.
    public static List<NextAct> of(Iterable<ChatEvent> history, Decision by, Sops sops) {
        Chat chat = new Chat.Unopened();
        for (ChatEvent event : history) {
            chat = Chat.evolve(chat, event);
        }
        return chat instanceof Chat.Opened open ? of(open, by, sops) : List.of();
    }

    private static List<NextAct> of(Chat.Opened chat, Decision by, Sops sops) {
        Sop sop = sops.get(chat.identity().sop());
        List<NextAct> next = new ArrayList<>();
        for (ChatActs act : ChatActs.values()) {
            form(act, chat, sop)
                    .filter(command -> isLegal(chat, command, by))
                    .map(command -> tried(act, chat, command, by, sops))
                    .ifPresent(next::add);
        }
        return next;
    }

    private static boolean isLegal(Chat.Opened chat, ChatCommand command, Decision by) {
        try {
            Legality.check(chat, command, by.actor());
            return true;
        } catch (Refused illegal) {
            return false;
        }
    }

    private static NextAct tried(
            ChatActs act, Chat.Opened chat, ChatCommand command, Decision by, Sops sops) {
        try {
            return ChatDecision.decide(chat, command, by, sops).stream()
                    .flatMap(event -> refused(event).stream())
                    .findFirst()
                    .map(refusal -> next(act, refusal))
                    .orElseGet(() -> new NextAct(act.word(), List.of(), null, null));
        } catch (Refused refused) {
            return next(act, refused.refusal());
        }
    }

    /// Some refusals are events.
    private static Optional<Refusal> refused(ChatEvent event) {
        return switch (event) {
            case ChatEvent.RuleViolated violated ->
                    Optional.of(Refusal.violating(violated.violations()));
            case ChatEvent.NoteRefused note -> Optional.of(note.refusal());
            default -> Optional.empty();
        };
    }

    private static NextAct next(ChatActs act, Refusal refusal) {
        return refusal.violations().isEmpty()
                ? new NextAct(act.word(), List.of(), refusal.code(), refusal.detail())
                : new NextAct(act.word(), refusal.violations(), null, null);
    }

    /// The act with nothing filled in but what it can't be without.
    private static Optional<ChatCommand> form(ChatActs act, Chat.Opened chat, Sop sop) {
        String id = chat.identity().chatId();
        return switch (act) {
            // Not for agents, whatever they fill in.
            case ASSIGN,
                    GIVE_BACK,
                    RETURN_TRANSFER,
                    SEEK_FURTHER,
                    LINK_ASSIST,
                    ACT_ON_CLOCK,
                    REPORT_DELIVERY,
                    RATE,
                    ASK_FOR_HELP,
                    CLIMB_LADDER ->
                    Optional.empty();
            case LEAVE -> form(new LeaveChat(id));
            case ANSWER_RESOLUTION -> form(new AnswerResolution(id, true, null, null));
            case POST_MESSAGE -> form(new PostMessage(id, "message", null, WORDS, List.of()));
            case TRANSFER -> desk(chat, sop).map(to -> new TransferChat(id, "t", to, null, EMPTY));
            case ACKNOWLEDGE_TRANSFER, DECLINE_TRANSFER, WITHDRAW_TRANSFER ->
                    Optional.ofNullable(chat.handover()).map(open -> answer(act, id, open));
            case RECORD_NOTE -> form(new RecordNote(id, "note", NoteText.free(""), null));
            case ESCALATE ->
                    form(new EscalateChat(id, "escalation", "", EMPTY, null, null, null, null));
            case TAKE_OVER -> form(new TakeOverChat(id, ""));
            case PROPOSE_RESOLUTION -> form(new ProposeResolution(id));
            case RESOLVE -> form(new ResolveChat(id, EMPTY));
            case CLOSE -> form(new CloseChat(id));
            case REOPEN -> form(new ReopenChat(id, WORDS));
            case HELP_ESCALATION, RETURN_ESCALATION, REVIEW_ESCALATION -> ofLadder(act, id, chat);
            default -> ofCase(act, id, chat);
        };
    }

    private static Optional<ChatCommand> ofCase(ChatActs act, String id, Chat.Opened chat) {
        return switch (act) {
            case VERIFY_CUSTOMER -> form(new VerifyCustomer(id, ""));
            case GIVE_CONDUCT_WARNING -> form(new GiveConductWarning(id, "warning"));
            case CLASSIFY -> form(new ClassifyChat(id, "", List.of(), Map.of(), null, List.of()));
            case PROMISE_FOLLOW_UP -> form(new PromiseFollowUp(id, "new", WORDS, null, null));
            case COMPLETE_FOLLOW_UP ->
                    chat.duties().open().stream()
                            .findFirst()
                            .map(open -> new CompleteFollowUp(id, open.id(), null));
            case SEND_CUSTOMER_UPDATE ->
                    form(new SendCustomerUpdate(id, "update", "", WORDS, List.of(), null));
            case REQUEST_APPROVAL -> form(new RequestApproval(id, "approval", "", WORDS));
            case DECIDE_APPROVAL ->
                    chat.duties().approvals().stream()
                            .filter(asked -> !asked.granted())
                            .findFirst()
                            .map(asked -> new DecideApproval(id, asked.id(), true, WORDS));
            case SEND_RECORD ->
                    chat.duties().deliveries().stream()
                            .filter(Duties.Delivery::waits)
                            .findFirst()
                            .map(one -> new SendRecord(id, one.id()));
            case TAKE_ACTION ->
                    form(new TakeAction(id, "action", "", EMPTY, List.of(), null, List.of()));
            default -> throw new IllegalStateException("no form for " + act);
        };
    }

    private static Optional<ChatCommand> ofLadder(ChatActs act, String id, Chat.Opened chat) {
        Ladder ladder = chat.standing().ladder();
        return switch (act) {
            case HELP_ESCALATION ->
                    ladder.first(Ladder.Step::isOpen)
                            .map(step -> new HelpEscalation(id, step.id(), ""));
            case RETURN_ESCALATION ->
                    ladder.first(step ->
                                    step.stage() == Ladder.Stage.HELPING
                                            || step.stage() == Ladder.Stage.TAKEN_OVER)
                            .map(step -> new ReturnEscalation(id, step.id(), WORDS, List.of()));
            default ->
                    ladder.first(step -> !step.reviewed())
                            .map(step ->
                                    new ReviewEscalation(
                                            id, step.id(), ReviewVerdict.WITHIN_POLICY, null));
        };
    }

    private static Optional<ChatCommand> form(ChatCommand command) {
        return Optional.of(command);
    }

    private static Optional<String> desk(Chat.Opened chat, Sop sop) {
        return sop.desks().keySet().stream().filter(desk -> !desk.equals(chat.desk())).findFirst();
    }

    private static ChatCommand answer(ChatActs act, String id, Chat.Handover open) {
        return switch (act) {
            case ACKNOWLEDGE_TRANSFER -> new AcknowledgeTransfer(id, open.transferId());
            case DECLINE_TRANSFER -> new DeclineTransfer(id, open.transferId(), WORDS);
            default -> new WithdrawTransfer(id, open.transferId());
        };
    }
}

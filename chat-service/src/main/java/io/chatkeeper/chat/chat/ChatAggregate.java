package io.chatkeeper.chat.chat;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.chatkeeper.contract.*;
import io.chatkeeper.contract.ChatCommand.*;
import io.chatkeeper.contract.LadderCommand.*;
import io.chatkeeper.contract.RecordCommand.*;
import io.chatkeeper.contract.TransferCommand.*;
import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.AggregateShell;
import io.chatkeeper.pipeline.StoredEvents;
import io.chatkeeper.sop.Sops;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/// The Axon shell of a chat: routes and stores. It decides nothing.
public final class ChatAggregate implements AggregateShell {
    @AggregateIdentifier private @Nullable String id;
    private Chat chat = new Chat.Unopened();

    /// The room this shell belongs to, with its table of stored events and their public forms.
    public static AggregateRoom<ChatAggregate, ChatEvent> room(
            Function<ChatEvent, Optional<PublicEvent>> publishing) {
        return new AggregateRoom<>(
                "chat", ChatAggregate.class, StoredEvents.of("chat", ChatEvent.class), publishing);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(OpenChat command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(OpenAssist command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(LinkAssist command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(AssignChat command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(GiveBackChat command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(PostMessage command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(LeaveChat command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(TransferChat command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(AcknowledgeTransfer command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(DeclineTransfer command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(WithdrawTransfer command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(ReturnTransfer command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(SeekFurther command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(RecordNote command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(EscalateChat command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(TakeOverChat command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(ProposeResolution command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(AnswerResolution command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(ResolveChat command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(CloseChat command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(ReopenChat command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(RateChat command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(VerifyCustomer command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(GiveConductWarning command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(ClassifyChat command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(PromiseFollowUp command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(CompleteFollowUp command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(SendCustomerUpdate command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(RequestApproval command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(DecideApproval command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(TakeAction command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(AskForHelp command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(ClimbLadder command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(HelpEscalation command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(ReturnEscalation command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(ReviewEscalation command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(ReportDelivery command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(SendRecord command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(ActOnClock command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(WakeUp command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    private void decide(ChatCommand command, Decision by, Sops sops) throws Refused {
        ChatDecision.decide(chat, command, by, sops).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(ChatEvent event) {
        id = event.chatId();
        chat = Chat.evolve(chat, event);
    }

    @Override
    public @Nullable Instant wakeAt() {
        return chat instanceof Chat.Opened open ? open.wakeAt() : null;
    }

    @Override
    public @Nullable SopRef sop() {
        return chat instanceof Chat.Opened open ? open.identity().sop() : null;
    }
}

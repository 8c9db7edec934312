package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Assist;
import io.chatkeeper.contract.ChatState;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.Wants;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What must be remembered of a chat in order to decide. Anything only shown lives in a view.
sealed interface Chat {
    /// Nobody has opened it yet.
    record Unopened() implements Chat {}

    /// A chat that has been opened; it stays one when it is closed.
    record Opened(
            Identity identity,
            ChatState state,
            Service service,
            Presence presence,
            Standing standing,
            Duties duties)
            implements Chat {

        Opened in(ChatState next) {
            return new Opened(identity, next, service, presence, standing, duties);
        }

        Opened with(Service next) {
            return new Opened(identity, state, next, presence, standing, duties);
        }

        Opened with(Presence next) {
            return new Opened(identity, state, service, next, standing, duties);
        }

        Opened with(Standing next) {
            return new Opened(identity, state, service, presence, next, duties);
        }

        Opened with(Duties next) {
            return new Opened(identity, state, service, presence, standing, next);
        }

        @Nullable Serving serving() {
            return service.serving;
        }

        @Nullable Handover handover() {
            return service.handover;
        }

        @Nullable Proposal proposal() {
            return service.proposal;
        }

        boolean handedOver() {
            return service.handedOver;
        }

        boolean noted() {
            return service.noted;
        }

        boolean answered() {
            return presence.answered;
        }

        boolean visitorGone() {
            return presence.gone;
        }

        @Nullable Instant idleAt() {
            return presence.idleAt;
        }

        /// When something is due that nobody asks for; null if nothing is.
        @Nullable Instant wakeAt() {
            Instant idle = state == ChatState.CLOSED ? null : idleAt();
            Instant delivery = duties.nextDeliveryAt();
            return idle == null || delivery != null && delivery.isBefore(idle) ? delivery : idle;
        }

        boolean isServedBy(@Nullable String agentId) {
            return serving() != null && serving().agentId.equals(agentId);
        }

        /// What makes it an assist chat; null for a customer's.
        @Nullable Assist assist() {
            return identity.assist;
        }

        /// Whether it is an assist chat of this actor's.
        boolean isAskedBy(Actor actor) {
            return assist() != null && actor.isAgent(assist().agentId());
        }

        @Nullable String receiver() {
            Handover open = handover();
            return open == null || open.receiver == null ? null : open.receiver.agentId;
        }

        /// Whether what names this transfer comes too late, for it was taken or ended meanwhile
        /// (P7); what names none never does.
        boolean isPast(@Nullable String transferId) {
            return transferId != null
                    && (handover() == null || !handover().transferId.equals(transferId));
        }

        /// The desk in whose line the chat or its transfer stands; null if it stands in none.
        @Nullable String waitingAt() {
            if (state == ChatState.WAITING) {
                return desk();
            }
            Handover open = handover();
            return open == null || open.receiver != null ? null : open.toDesk;
        }

        /// The desk at which the chat is looked after now.
        String desk() {
            if (serving() != null) {
                return serving().desk;
            }
            return service.line == null ? identity.entryDesk : service.line;
        }
    }

    record Identity(
            String chatId,
            String reference,
            SopRef sop,
            String entryDesk,
            Customer customer,
            @Nullable Assist assist) {}

    /// Who looks after the chat, and how far they have come.
    ///
    /// @param serving the responsible agent; null only while the chat waits in line
    /// @param handover a transfer that nobody has acknowledged yet
    /// @param handedOver whether the chat has ever been handed over
    /// @param noted whether the responsible agent has recorded a note since the last assignment
    ///   (R51)
    /// @param line the desk in whose line it stands, if it is not the one of the beginning
    record Service(
            @Nullable Serving serving,
            @Nullable Handover handover,
            @Nullable Proposal proposal,
            boolean handedOver,
            boolean noted,
            @Nullable String line) {
        static final Service NONE = new Service(null, null, null, false, false, null);

        /// Somebody else is responsible now: earlier notes and proposals count no more.
        Service by(@Nullable Serving next) {
            return new Service(next, null, null, handedOver, false, null);
        }

        /// Nobody is responsible until somebody of this desk is.
        Service inLine(String desk) {
            return new Service(null, null, null, handedOver, false, desk);
        }

        Service handing(@Nullable Handover next) {
            return new Service(serving, next, proposal, handedOver, noted, line);
        }

        Service proposing(@Nullable Proposal next) {
            return new Service(serving, handover, next, handedOver, noted, line);
        }

        Service afterHandover() {
            return new Service(serving, handover, proposal, true, noted, line);
        }

        Service withNote() {
            return new Service(serving, handover, proposal, handedOver, true, line);
        }
    }

    /// Whether the visitor is there.
    ///
    /// @param answered whether an agent has ever written to the visitor
    /// @param idleAt when the visitor counts as gone, or an assist chat as silent
    record Presence(boolean answered, boolean gone, @Nullable Instant idleAt) {
        static final Presence NEW = new Presence(false, false, null);

        /// A word of the visitor: they are here.
        Presence visitorSpoke() {
            return new Presence(answered, false, null);
        }

        /// A word of the agent: the visitor's silence begins, unless it has begun already or the
        /// visitor is gone.
        Presence agentSpoke(@Nullable Instant silentUntil) {
            return new Presence(true, gone, gone || idleAt != null ? idleAt : silentUntil);
        }

        /// In an assist chat every word begins the silence anew, whoever wrote it (R86).
        Presence silentAt(@Nullable Instant at) {
            return new Presence(answered, gone, at);
        }

        Presence visitorWent() {
            return new Presence(answered, true, null);
        }
    }

    /// The responsible agent, and at which desk.
    record Serving(String agentId, String name, String desk) {}

    /// @param wants what it looks for, if it goes to a skill
    record Handover(
            String transferId,
            @Nullable String toDesk,
            @Nullable String toAgent,
            @Nullable Serving receiver,
            @Nullable Wants wants) {
        /// The same transfer with somebody who is to take it, or with nobody any more.
        Handover to(@Nullable String desk, @Nullable Serving next) {
            return new Handover(transferId, desk, next == null ? null : toAgent, next, wants);
        }
    }

    /// The customer has been asked whether the issue is resolved.
    record Proposal(Instant answeredAt, Answer answer) {}

    /// `TALKING` is a customer who wrote something else instead: that is no answer, and no silence.
    enum Answer {
        OPEN,
        TALKING,
        CONFIRMED
    }

    /// The state after one more event.
    static Chat evolve(Chat chat, ChatEvent event) {
        return ChatHistory.evolve(chat, event);
    }
}

package io.chatkeeper.projection.chats;

import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.PublicAssistEvent;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicChatEvent.*;
import io.chatkeeper.contract.PublicHoursEvent;
import io.chatkeeper.contract.PublicRecordEvent;
import io.chatkeeper.contract.PublicTransferEvent;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.projection.views.Documents;
import io.chatkeeper.projection.views.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The chat document: everything the chat's own stream tells. Notes and clocks are documents of
/// their own and are joined when somebody asks.
public final class ChatView implements View {
    public static final String COLLECTION = "chats";

    private static final List<Extract> ROWS = List.of(new OpenChatView(), new ReviewView());

    private final JsonMapper json;

    public ChatView(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String streamKind() {
        return "chat";
    }

    /// A stream may begin with the refusal of something that came too early: that is no chat yet.
    @Override
    public boolean keeps(ObjectNode chat) {
        return chat.has("chatId");
    }

    /// The document keeps the talk since the last full page, and at least its last line.
    @Override
    public @Nullable Page fullPage(ObjectNode chat) {
        return ChatPages.takeFull(chat);
    }

    @Override
    public List<Extract> extracts() {
        return ROWS;
    }

    @Override
    public void fold(ObjectNode chat, Recorded recorded) {
        Envelope envelope = recorded.envelope();
        chat.put("sequence", envelope.sequence());
        if (recorded.event() instanceof PublicChatEvent event) {
            fold(chat, event, envelope);
            chat.put("unattended", unattended(chat));
        }
    }

    private void fold(ObjectNode chat, PublicChatEvent event, Envelope envelope) {
        String at = envelope.time().toString();
        switch (event) {
            case ChatOpened opened -> open(chat, opened, at);
            case ChatAssigned assigned -> assign(chat, assigned, at);
            case ChatGivenBack back -> inLine(chat, back.desk(), at);
            case MessagePosted posted -> post(chat, posted, envelope);
            case VisitorLeft left -> chat.put("visitorLeft", left.reason());
            case TransferRequested requested -> TransferFold.request(chat, requested, at);
            case TransferAcknowledged taken -> acknowledge(chat, taken, at);
            case TransferDeclined declined ->
                    TransferFold.back(
                            chat, declined.transferId(), "declined", declined.reason().plain());
            case TransferWithdrawn withdrawn ->
                    TransferFold.back(chat, withdrawn.transferId(), "withdrawn", null);
            case TransferReturned returned ->
                    TransferFold.back(chat, returned.transferId(), "returned", returned.reason());
            case ChatNoted noted -> chat.withArray("noted").add(noted.noteId());
            case ChatEscalated escalated ->
                    EscalationFold.escalate(chat, escalated, agent(envelope), at);
            case ChatTakenOver taken -> takeOver(chat, taken, at);
            case ResolutionProposed proposed -> propose(chat, proposed, at);
            case ResolutionConfirmed(_, var score, var comment) ->
                    answer(chat, "confirmed", score, comment);
            case ResolutionRefused(_, var comment) -> answer(chat, "refused", null, comment);
            case ChatResolved resolved -> resolve(chat, resolved);
            case ChatClosed closed -> close(chat, closed, at);
            case ChatReopened reopened -> reopen(chat, reopened, at);
            case OfCase known -> CaseFold.fold(chat, known, at, json);
            case OfApproval asked -> CaseFold.fold(chat, asked, at, json);
            case OfLadder helped -> EscalationFold.fold(chat, helped, at);
            case PublicAssistEvent helped -> AssistFold.fold(chat, helped, at);
            case PublicTransferEvent on -> TransferFold.movedOn(chat, on);
            case PublicHoursEvent closed -> HoursFold.fold(chat, closed, at);
            case PublicRecordEvent written -> RecordFold.fold(chat, written, at);
            case OfClockAct act -> ClockActFold.fold(chat, act, at);
            case OfRule met -> CaseFold.fold(chat, met, at);
            case NoteRefused _, AssignmentRefused _ -> {}
        }
    }

    private void acknowledge(ObjectNode chat, TransferAcknowledged taken, String at) {
        TransferFold.ended(chat, taken.transferId(), "acknowledged").put("acknowledgedAt", at);
        serve(chat, taken.agentId(), taken.agentName(), taken.desk(), at);
        chat.put("attended", true);
    }

    private void takeOver(ObjectNode chat, ChatTakenOver taken, String at) {
        if (chat.has("openTransfer")) {
            TransferFold.ended(chat, chat.get("openTransfer").asString(), "withdrawn");
        }
        serve(chat, taken.agentId(), taken.agentName(), taken.desk(), at);
        chat.put("state", "active");
        chat.put("attended", true);
        chat.remove("resolution");
        EscalationFold.takeOver(chat, taken, at);
    }

    /// The agent who did it; null if it was the system.
    private static @Nullable String agent(Envelope envelope) {
        return envelope.actor().kind() == ActorKind.AGENT ? envelope.actor().id() : null;
    }

    private static void propose(ObjectNode chat, ResolutionProposed proposed, String at) {
        chat.putObject("resolution")
                .put("question", proposed.question())
                .put("proposedAt", at)
                .put("answer", "open");
    }

    private static void answer(
            ObjectNode chat,
            String answer,
            @Nullable Integer score,
            @Nullable PersonalText comment) {
        ObjectNode resolution = chat.withObject("resolution").put("answer", answer);
        if (score != null) {
            resolution.put("score", score);
        }
        Documents.text(resolution, "comment", comment);
    }

    private static void resolve(ObjectNode chat, ChatResolved resolved) {
        chat.put("state", "resolved");
        Documents.text(chat, "summary", resolved.summary());
    }

    private static void close(ObjectNode chat, ChatClosed closed, String at) {
        chat.put("state", "closed");
        chat.put("closedAt", at);
        chat.put("closedBecause", closed.reason());
        chat.remove("receiver");
    }

    /// Without an agent it waits in line again, and nobody attends to it.
    private static void reopen(ObjectNode chat, ChatReopened reopened, String at) {
        chat.put("reopenedAt", at);
        chat.put("since", at);
        chat.remove(List.of("closedAt", "closedBecause", "resolution", "visitorLeft"));
        if (reopened.agentId() == null) {
            inLine(chat, reopened.desk(), at);
        } else {
            chat.put("state", "active");
        }
    }

    private static void inLine(ObjectNode chat, String desk, String at) {
        chat.put("state", "waiting");
        chat.put("desk", desk);
        chat.put("since", at);
        chat.put("attended", false);
        chat.remove("agent");
    }

    private void open(ObjectNode chat, ChatOpened opened, String at) {
        chat.put("chatId", opened.chatId());
        chat.put("reference", opened.reference());
        chat.put("kind", opened.assist() == null ? "customer" : "assist");
        chat.put("state", "waiting");
        chat.put("site", opened.site());
        chat.set("sop", json.valueToTree(opened.sop()));
        chat.put("desk", opened.desk());
        ObjectNode customer = chat.putObject("customer");
        Documents.text(customer, "name", opened.customer().name());
        Documents.text(customer, "email", opened.customer().email());
        customer.put("verified", opened.customer().verified());
        if (opened.topic() != null) {
            chat.put("topic", opened.topic());
        }
        opened.fields()
                .forEach((field, value) -> chat.withObject("fields").put(field, value.plain()));
        chat.put("openedAt", at);
        chat.put("since", at);
        chat.put("attended", false);
        for (String list : new String[] {"messages", "transfers", "escalations", "agents"}) {
            chat.putArray(list);
        }
        if (opened.assist() != null) {
            AssistFold.open(chat, opened.assist(), json);
            took(chat, opened.assist().agentId());
        }
    }

    private void assign(ObjectNode chat, ChatAssigned assigned, String at) {
        took(chat, assigned.agentId());
        if (assigned.transferId() == null) {
            chat.put("state", "assigned");
            serve(chat, assigned.agentId(), assigned.agentName(), assigned.desk(), at);
        } else {
            chat.putObject("receiver")
                    .put("id", assigned.agentId())
                    .put("name", assigned.agentName());
            Documents.in(chat, "transfers", "transferId", assigned.transferId())
                    .ifPresent(transfer -> transfer.put("receiver", assigned.agentId()));
        }
    }

    private void serve(ObjectNode chat, String agentId, String name, String desk, String at) {
        took(chat, agentId);
        chat.putObject("agent").put("id", agentId).put("name", name);
        chat.put("desk", desk);
        chat.put("since", at);
        chat.put("attended", false);
        chat.remove("receiver");
        chat.remove("openTransfer");
        if (!chat.path("state").asString("").equals("assigned")) {
            chat.put("state", "active");
        }
    }

    private static void took(ObjectNode chat, String agentId) {
        for (var known : chat.withArray("agents")) {
            if (known.asString("").equals(agentId)) {
                return;
            }
        }
        chat.withArray("agents").add(agentId);
    }

    private void post(ObjectNode chat, MessagePosted posted, Envelope envelope) {
        ObjectNode message = chat.withArray("messages").addObject();
        message.put("messageId", posted.messageId());
        if (posted.clientMessageId() != null) {
            message.put("clientMessageId", posted.clientMessageId());
        }
        message.set("author", json.valueToTree(posted.author()));
        message.put("text", posted.text().plain());
        message.put("at", envelope.time().toString());
        message.put("sequence", envelope.sequence());
        AssistFold.spoke(chat);
        if (posted.author().asking()) {
            chat.put("attended", false);
            chat.put("since", envelope.time().toString());
            chat.remove("visitorLeft");
            chat.put("state", reopened(chat.path("state").asString("")));
        } else if (posted.author().serving() && isResponsible(chat, posted)) {
            chat.put("attended", true);
            chat.put("state", answered(chat.path("state").asString("")));
        }
    }

    /// A lead may tell the customer something, too; that does not make the chat attended.
    private static boolean isResponsible(ObjectNode chat, MessagePosted posted) {
        return chat.path("agent").path("id").asString("").equals(posted.author().id());
    }

    private static String reopened(String state) {
        return state.equals("resolved") ? "active" : state;
    }

    private static String answered(String state) {
        return state.equals("assigned") ? "active" : state;
    }

    private static boolean unattended(ObjectNode chat) {
        return !chat.path("state").asString("").equals("closed")
                && !chat.path("attended").asBoolean(false);
    }
}

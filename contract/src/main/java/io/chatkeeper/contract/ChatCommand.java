package io.chatkeeper.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a chat can be asked to do. Which of these is legal in which state, and for whom, is the
/// table [ChatActs].
public sealed interface ChatCommand extends Command permits ToChat, WakeUp {
    /// A visitor opens a chat on a site; its first message comes along where there is one.
    record OpenChat(
            String chatId,
            String reference,
            String site,
            String sopId,
            Customer customer,
            @Nullable String topic,
            @Nullable PersonalText message,
            Map<String, PersonalText> fields)
            implements ToChat {}

    /// An agent asks a lead for help (R102): an assist chat.
    record OpenAssist(
            String chatId,
            String reference,
            String sopId,
            String agentName,
            AssistRequest request,
            List<RuleOverride> overrides)
            implements ToChat {
        public OpenAssist {
            overrides = RuleOverride.listed(overrides);
        }
    }

    /// Help was asked for about this chat.
    record LinkAssist(String chatId, String assistChatId, String assistReference, String agentId)
            implements ToChat {}

    /// Nobody sees the agent any more: somebody else is to serve the chat.
    record GiveBackChat(String chatId, String agentId) implements ToChat {}

    /// Routing has found an agent, for the waiting chat or for the named transfer.
    record AssignChat(
            String chatId,
            String agentId,
            String agentName,
            String desk,
            @Nullable String transferId)
            implements ToChat {}

    /// A message of the visitor or of the responsible agent.
    ///
    /// @param accountSpecific whether it tells something of the customer's account (R137)
    record PostMessage(
            String chatId,
            String messageId,
            @Nullable String clientMessageId,
            PersonalText text,
            List<RuleOverride> overrides,
            @Nullable Boolean accountSpecific)
            implements ToChat {
        public PostMessage {
            overrides = RuleOverride.listed(overrides);
        }

        /// A message that tells nothing of an account.
        public PostMessage(
                String chatId,
                String messageId,
                @Nullable String clientMessageId,
                PersonalText text,
                List<RuleOverride> overrides) {
            this(chatId, messageId, clientMessageId, text, overrides, null);
        }
    }

    /// The visitor ends the chat on their side.
    record LeaveChat(String chatId) implements ToChat {}

    /// Hands the chat over with context (R41, R42); exactly one of desk, agent and skill is named.
    record TransferChat(
            String chatId,
            String transferId,
            @Nullable String toDesk,
            @Nullable String toAgent,
            PersonalText context,
            List<RuleOverride> overrides,
            @Nullable String toSkill)
            implements ToChat {
        public TransferChat {
            overrides = RuleOverride.listed(overrides);
        }

        /// A transfer to a desk or an agent that goes past no rule.
        public TransferChat(
                String chatId,
                String transferId,
                @Nullable String toDesk,
                @Nullable String toAgent,
                PersonalText context) {
            this(chatId, transferId, toDesk, toAgent, context, List.of(), null);
        }
    }

    /// The receiver takes the transfer (R44).
    record AcknowledgeTransfer(String chatId, String transferId) implements ToChat {}

    /// The receiver does not take the transfer and says why.
    record DeclineTransfer(String chatId, String transferId, PersonalText reason)
            implements ToChat {}

    /// The sender takes the transfer back.
    record WithdrawTransfer(String chatId, String transferId) implements ToChat {}

    /// Routing found nobody for the transfer (R47).
    record ReturnTransfer(String chatId, String transferId, String reason) implements ToChat {}

    /// A note that passed its check is to be recorded (R51, R61). Only its hash stays in the chat.
    ///
    /// @param kind as in `SubmitNote`; null in commands from before notes had limits by kind
    record RecordNote(String chatId, String noteId, NoteText note, @Nullable String kind)
            implements ToChat {}

    /// Goes up the ladder and tells the customer who will answer by when (R88-R96).
    record EscalateChat(
            String chatId,
            String escalationId,
            String trigger,
            PersonalText detail,
            @Nullable Role to,
            @Nullable Duration timeline,
            @Nullable PersonalText contact,
            @Nullable String transferId,
            List<RuleOverride> overrides)
            implements ToChat {
        public EscalateChat {
            overrides = RuleOverride.listed(overrides);
        }

        /// An escalation that goes past no rule.
        public EscalateChat(
                String chatId,
                String escalationId,
                String trigger,
                PersonalText detail,
                @Nullable Role to,
                @Nullable Duration timeline,
                @Nullable PersonalText contact,
                @Nullable String transferId) {
            this(
                    chatId,
                    escalationId,
                    trigger,
                    detail,
                    to,
                    timeline,
                    contact,
                    transferId,
                    List.of());
        }
    }

    /// A lead, supervisor or manager becomes responsible (R100).
    record TakeOverChat(String chatId, String agentName, List<RuleOverride> overrides)
            implements ToChat {
        public TakeOverChat {
            overrides = RuleOverride.listed(overrides);
        }

        /// Going past nothing.
        public TakeOverChat(String chatId, String agentName) {
            this(chatId, agentName, List.of());
        }
    }

    /// The responsible agent asks whether the customer's issue is resolved (R38).
    record ProposeResolution(String chatId) implements ToChat {}

    /// The visitor answers the proposal, with 1 to 5 points if they like (R124).
    record AnswerResolution(
            String chatId,
            boolean resolved,
            @Nullable Integer score,
            @Nullable PersonalText comment)
            implements ToChat {}

    /// The responsible agent declares the issue resolved and sums up (R123).
    record ResolveChat(String chatId, PersonalText summary, List<RuleOverride> overrides)
            implements ToChat {
        public ResolveChat {
            overrides = RuleOverride.listed(overrides);
        }

        /// A resolution that goes past no rule.
        public ResolveChat(String chatId, PersonalText summary) {
            this(chatId, summary, List.of());
        }
    }

    /// The responsible agent closes the chat (R127).
    record CloseChat(String chatId, List<RuleOverride> overrides) implements ToChat {
        public CloseChat {
            overrides = RuleOverride.listed(overrides);
        }

        /// A closing that goes past no rule.
        public CloseChat(String chatId) {
            this(chatId, List.of());
        }
    }

    /// A resolved or closed chat goes on, because something is not done after all.
    record ReopenChat(String chatId, PersonalText reason) implements ToChat {}

    /// The visitor says how it was (R131, R140): 1 to 5 points.
    record RateChat(String chatId, int score, @Nullable PersonalText comment) implements ToChat {}

    /// The customer's identity was checked (R137), by a method that the procedure names.
    record VerifyCustomer(String chatId, String method) implements ToChat {}

    /// The customer is asked, in the procedure's own words, to stay civil (R79, R98).
    record GiveConductWarning(String chatId, String warningId) implements ToChat {}

    /// Says what the chat is about (R23, R128). Said again, the last one counts.
    ///
    /// @param fields of the ticket, by name
    /// @param complaint whether it is a complaint; once it is one, it stays one (R134)
    record ClassifyChat(
            String chatId,
            String category,
            List<String> labels,
            Map<String, PersonalText> fields,
            @Nullable Boolean complaint,
            List<RuleOverride> overrides)
            implements ToChat {
        public ClassifyChat {
            labels = labels == null ? List.of() : List.copyOf(labels);
            fields = fields == null ? Map.of() : fields;
            overrides = RuleOverride.listed(overrides);
        }
    }

    /// Promises the customer something (R33, R47, R130, R132). Sent again with the id of an open
    /// follow-up, it says anew what, who and when.
    record PromiseFollowUp(
            String chatId,
            String followUpId,
            PersonalText what,
            @Nullable String owner,
            @Nullable Instant dueAt)
            implements ToChat {}

    /// What was promised is done; legal after the chat has ended, too (R130, R131).
    record CompleteFollowUp(String chatId, String followUpId, @Nullable PersonalText outcome)
            implements ToChat {}

    /// Tells the customer how things stand, news or not (R39, R50, R53).
    record SendCustomerUpdate(
            String chatId,
            String updateId,
            String agentName,
            PersonalText text,
            List<RuleOverride> overrides,
            @Nullable Boolean accountSpecific)
            implements ToChat {
        public SendCustomerUpdate {
            overrides = RuleOverride.listed(overrides);
        }
    }

    /// Asks for an action that is not the agent's own to take (R91, R108-R111).
    record RequestApproval(String chatId, String approvalId, String action, PersonalText detail)
            implements ToChat {}

    /// Somebody whose role allows it says yes or no, and why.
    record DecideApproval(String chatId, String approvalId, boolean granted, PersonalText reason)
            implements ToChat {}

    /// Something is done to the customer's account, as the procedure allows it (R108-R112).
    ///
    /// @param confirmed the checks that were made first, in words of the procedure
    /// @param approvalId the approval it rests on, where it needs one
    record TakeAction(
            String chatId,
            String actionId,
            String action,
            PersonalText detail,
            List<String> confirmed,
            @Nullable String approvalId,
            List<RuleOverride> overrides)
            implements ToChat {
        public TakeAction {
            confirmed = confirmed == null ? List.of() : List.copyOf(confirmed);
            overrides = RuleOverride.listed(overrides);
        }
    }
}

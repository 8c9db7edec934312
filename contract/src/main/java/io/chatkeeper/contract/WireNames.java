package io.chatkeeper.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The table between wire names and classes. A class may be renamed or moved; a wire name never.
public enum WireNames {
    OPEN_CHAT("chat.open", ChatCommand.OpenChat.class),
    OPEN_ASSIST("chat.open-assist", ChatCommand.OpenAssist.class),
    ACT_ON_CLOCK("chat.act-on-clock", ActOnClock.class),
    LINK_ASSIST("chat.link-assist", ChatCommand.LinkAssist.class),
    ASSIGN_CHAT("chat.assign", ChatCommand.AssignChat.class),
    GIVE_BACK_CHAT("chat.give-back", ChatCommand.GiveBackChat.class),
    POST_MESSAGE("chat.post-message", ChatCommand.PostMessage.class),
    LEAVE_CHAT("chat.leave", ChatCommand.LeaveChat.class),
    TRANSFER_CHAT("chat.transfer", ChatCommand.TransferChat.class),
    ACKNOWLEDGE_TRANSFER("chat.acknowledge-transfer", ChatCommand.AcknowledgeTransfer.class),
    DECLINE_TRANSFER("chat.decline-transfer", ChatCommand.DeclineTransfer.class),
    WITHDRAW_TRANSFER("chat.withdraw-transfer", ChatCommand.WithdrawTransfer.class),
    RETURN_TRANSFER("chat.return-transfer", ChatCommand.ReturnTransfer.class),
    RECORD_NOTE("chat.record-note", ChatCommand.RecordNote.class),
    ESCALATE_CHAT("chat.escalate", ChatCommand.EscalateChat.class),
    TAKE_OVER_CHAT("chat.take-over", ChatCommand.TakeOverChat.class),
    PROPOSE_RESOLUTION("chat.propose-resolution", ChatCommand.ProposeResolution.class),
    ANSWER_RESOLUTION("chat.answer-resolution", ChatCommand.AnswerResolution.class),
    RESOLVE_CHAT("chat.resolve", ChatCommand.ResolveChat.class),
    CLOSE_CHAT("chat.close", ChatCommand.CloseChat.class),
    REOPEN_CHAT("chat.reopen", ChatCommand.ReopenChat.class),
    RATE_CHAT("chat.rate", ChatCommand.RateChat.class),
    VERIFY_CUSTOMER("chat.verify-customer", ChatCommand.VerifyCustomer.class),
    GIVE_CONDUCT_WARNING("chat.give-conduct-warning", ChatCommand.GiveConductWarning.class),
    CLASSIFY_CHAT("chat.classify", ChatCommand.ClassifyChat.class),
    PROMISE_FOLLOW_UP("chat.promise-follow-up", ChatCommand.PromiseFollowUp.class),
    COMPLETE_FOLLOW_UP("chat.complete-follow-up", ChatCommand.CompleteFollowUp.class),
    SEND_CUSTOMER_UPDATE("chat.send-customer-update", ChatCommand.SendCustomerUpdate.class),
    REQUEST_APPROVAL("chat.request-approval", ChatCommand.RequestApproval.class),
    DECIDE_APPROVAL("chat.decide-approval", ChatCommand.DecideApproval.class),
    TAKE_ACTION("chat.take-action", ChatCommand.TakeAction.class),
    ASK_FOR_HELP("chat.ask-for-help", LadderCommand.AskForHelp.class),
    CLIMB_LADDER("chat.climb-ladder", LadderCommand.ClimbLadder.class),
    HELP_ESCALATION("chat.help-escalation", LadderCommand.HelpEscalation.class),
    RETURN_ESCALATION("chat.return-escalation", LadderCommand.ReturnEscalation.class),
    REVIEW_ESCALATION("chat.review-escalation", LadderCommand.ReviewEscalation.class),
    SEEK_FURTHER("chat.seek-further", TransferCommand.SeekFurther.class),
    REPORT_DELIVERY("chat.report-delivery", RecordCommand.ReportDelivery.class),
    SEND_RECORD("chat.send-record", RecordCommand.SendRecord.class),
    PUBLISH_SOP("sop.publish", SopCommand.PublishSop.class),
    DEFINE_AGENT("agent.define", AgentCommand.DefineAgent.class),
    SET_AGENT_STATUS("agent.set-status", AgentCommand.SetAgentStatus.class),
    RESERVE_SLOT("agent.reserve-slot", AgentCommand.ReserveSlot.class),
    ACCEPT_OFFER("agent.accept-offer", AgentCommand.AcceptOffer.class),
    DECLINE_OFFER("agent.decline-offer", AgentCommand.DeclineOffer.class),
    WITHDRAW_OFFER("agent.withdraw-offer", AgentCommand.WithdrawOffer.class),
    OCCUPY_SLOT("agent.occupy-slot", AgentCommand.OccupySlot.class),
    RELEASE_SLOT("agent.release-slot", AgentCommand.ReleaseSlot.class),
    RETURN_SLOT("agent.return-slot", AgentCommand.ReturnSlot.class),
    SEE_CONSOLE("agent.see-console", AgentCommand.SeeConsole.class),
    LOSE_CONSOLE("agent.lose-console", AgentCommand.LoseConsole.class),
    QUEUE_CHAT("desk.queue-chat", DeskCommand.QueueChat.class),
    NOTE_MEMBER("desk.note-member", DeskCommand.NoteMember.class),
    CONFIRM_PLACEMENT("desk.confirm-placement", DeskCommand.ConfirmPlacement.class),
    REJECT_PLACEMENT("desk.reject-placement", DeskCommand.RejectPlacement.class),
    AWAIT_ANSWER("desk.await-answer", DeskCommand.AwaitAnswer.class),
    CLAIM_CHAT("desk.claim-chat", DeskCommand.ClaimChat.class),
    LEAVE_LINE("desk.leave-line", DeskCommand.LeaveLine.class),
    SEEK_HELP("desk.seek-help", DeskCommand.SeekHelp.class),
    OBSERVE("clock.observe", ClockCommand.Observe.class),
    SUBMIT_NOTE("notes.submit", NotesCommand.SubmitNote.class),
    AMEND_NOTE("notes.amend", NotesCommand.AmendNote.class),
    REDACT_NOTE("notes.redact", NotesCommand.RedactNote.class),
    ORPHAN_NOTE("notes.orphan", NotesCommand.OrphanNote.class),
    WAKE_UP("stream.wake-up", WakeUp.class),

    CHAT_OPENED("chat.opened", PublicChatEvent.ChatOpened.class),
    CHAT_ASSIGNED("chat.assigned", PublicChatEvent.ChatAssigned.class),
    ASSIGNMENT_REFUSED("chat.assignment-refused", PublicChatEvent.AssignmentRefused.class),
    MESSAGE_POSTED("chat.message-posted", PublicChatEvent.MessagePosted.class),
    VISITOR_LEFT("chat.visitor-left", PublicChatEvent.VisitorLeft.class),
    TRANSFER_REQUESTED("chat.transfer-requested", PublicChatEvent.TransferRequested.class),
    TRANSFER_ACKNOWLEDGED("chat.transfer-acknowledged", PublicChatEvent.TransferAcknowledged.class),
    TRANSFER_DECLINED("chat.transfer-declined", PublicChatEvent.TransferDeclined.class),
    TRANSFER_WITHDRAWN("chat.transfer-withdrawn", PublicChatEvent.TransferWithdrawn.class),
    TRANSFER_RETURNED("chat.transfer-returned", PublicChatEvent.TransferReturned.class),
    CHAT_NOTED("chat.noted", PublicChatEvent.ChatNoted.class),
    NOTE_REFUSED("chat.note-refused", PublicChatEvent.NoteRefused.class),
    CHAT_ESCALATED("chat.escalated", PublicChatEvent.ChatEscalated.class),
    CHAT_TAKEN_OVER("chat.taken-over", PublicChatEvent.ChatTakenOver.class),
    RESOLUTION_PROPOSED("chat.resolution-proposed", PublicChatEvent.ResolutionProposed.class),
    RESOLUTION_CONFIRMED("chat.resolution-confirmed", PublicChatEvent.ResolutionConfirmed.class),
    RESOLUTION_REFUSED("chat.resolution-refused", PublicChatEvent.ResolutionRefused.class),
    CHAT_RESOLVED("chat.resolved", PublicChatEvent.ChatResolved.class),
    CHAT_CLOSED("chat.closed", PublicChatEvent.ChatClosed.class),
    CHAT_REOPENED("chat.reopened", PublicChatEvent.ChatReopened.class),
    CHAT_GIVEN_BACK("chat.given-back", PublicChatEvent.ChatGivenBack.class),
    CHAT_RATED("chat.rated", PublicChatEvent.ChatRated.class),
    CUSTOMER_VERIFIED("chat.customer-verified", PublicChatEvent.CustomerVerified.class),
    CONDUCT_WARNING_GIVEN("chat.conduct-warning-given", PublicChatEvent.ConductWarningGiven.class),
    CONCERN_NOTICED("chat.concern-noticed", PublicChatEvent.ConcernNoticed.class),
    CHAT_CLASSIFIED("chat.classified", PublicChatEvent.ChatClassified.class),
    COMPLAINT_RAISED("chat.complaint-raised", PublicChatEvent.ComplaintRaised.class),
    FOLLOW_UP_PROMISED("chat.follow-up-promised", PublicChatEvent.FollowUpPromised.class),
    FOLLOW_UP_COMPLETED("chat.follow-up-completed", PublicChatEvent.FollowUpCompleted.class),
    CUSTOMER_UPDATED("chat.customer-updated", PublicChatEvent.CustomerUpdated.class),
    ASSIST_CLAIMED("chat.assist-claimed", PublicAssistEvent.AssistClaimed.class),
    ASSIST_FELL_SILENT("chat.assist-fell-silent", PublicAssistEvent.AssistFellSilent.class),
    ASSIST_LINKED("chat.assist-linked", PublicAssistEvent.AssistLinked.class),
    APPROVAL_REQUESTED("chat.approval-requested", PublicChatEvent.ApprovalRequested.class),
    APPROVAL_GRANTED("chat.approval-granted", PublicChatEvent.ApprovalGranted.class),
    APPROVAL_DECLINED("chat.approval-declined", PublicChatEvent.ApprovalDeclined.class),
    ACTION_TAKEN("chat.action-taken", PublicChatEvent.ActionTaken.class),
    PEOPLE_NOTIFIED("chat.people-notified", PublicClockActEvent.PeopleNotified.class),
    CUSTOMER_INFORMED("chat.customer-informed", PublicClockActEvent.CustomerInformed.class),
    TRANSFER_REASSIGNED("chat.transfer-reassigned", PublicClockActEvent.TransferReassigned.class),
    HELP_ASKED("chat.help-asked", PublicLadderEvent.HelpAsked.class),
    ESCALATION_CLIMBED("chat.escalation-climbed", PublicLadderEvent.EscalationClimbed.class),
    ESCALATION_HELPED("chat.escalation-helped", PublicLadderEvent.EscalationHelped.class),
    ESCALATION_RETURNED("chat.escalation-returned", PublicLadderEvent.EscalationReturned.class),
    ESCALATION_REVIEWED("chat.escalation-reviewed", PublicLadderEvent.EscalationReviewed.class),
    TRANSFER_MOVED_ON("chat.transfer-moved-on", PublicTransferEvent.TransferMovedOn.class),
    DESK_FOUND_CLOSED("chat.desk-found-closed", PublicHoursEvent.DeskFoundClosed.class),
    RULE_OVERRIDDEN("chat.rule-overridden", PublicChatEvent.RuleOverridden.class),
    RULE_VIOLATED("chat.rule-violated", PublicChatEvent.RuleViolated.class),
    RECORD_DUE("chat.record-due", PublicRecordEvent.RecordDue.class),
    RECORD_DELIVERED("chat.record-delivered", PublicRecordEvent.RecordDelivered.class),
    RECORD_FAILED("chat.record-failed", PublicRecordEvent.RecordFailed.class),
    SOP_PUBLISHED("sop.published", PublicSopEvent.SopPublished.class),
    SOP_REVIEW_DUE("sop.review-due", PublicSopEvent.SopReviewDue.class),
    AGENT_DEFINED("agent.defined", PublicAgentEvent.AgentDefined.class),
    AGENT_STATUS_CHANGED("agent.status-changed", PublicAgentEvent.AgentStatusChanged.class),
    SLOT_HELD("agent.slot-held", PublicAgentEvent.SlotHeld.class),
    HOLD_ENDED("agent.hold-ended", PublicAgentEvent.HoldEnded.class),
    SLOT_GRANTED("agent.slot-granted", PublicAgentEvent.SlotGranted.class),
    SLOT_OCCUPIED("agent.slot-occupied", PublicAgentEvent.SlotOccupied.class),
    SLOT_REFUSED("agent.slot-refused", PublicAgentEvent.SlotRefused.class),
    SLOT_RELEASED("agent.slot-released", PublicAgentEvent.SlotReleased.class),
    CONSOLE_SEEN("agent.console-seen", PublicAgentEvent.ConsoleSeen.class),
    CONSOLE_LOST("agent.console-lost", PublicAgentEvent.ConsoleLost.class),
    CHATS_GIVEN_BACK("agent.chats-given-back", PublicAgentEvent.ChatsGivenBack.class),
    CHAT_QUEUED("desk.chat-queued", PublicDeskEvent.ChatQueued.class),
    CHAT_OFFERED("desk.chat-offered", PublicDeskEvent.ChatOffered.class),
    ANSWER_AWAITED("desk.answer-awaited", PublicDeskEvent.AnswerAwaited.class),
    OFFER_TIMED_OUT("desk.offer-timed-out", PublicDeskEvent.OfferTimedOut.class),
    OFFER_WITHDRAWN("desk.offer-withdrawn", PublicDeskEvent.OfferWithdrawn.class),
    OFFER_DECLINED("desk.offer-declined", PublicDeskEvent.OfferDeclined.class),
    CHAT_PLACED("desk.chat-placed", PublicDeskEvent.ChatPlaced.class),
    CHAT_LEFT_LINE("desk.chat-left-line", PublicDeskEvent.ChatLeftLine.class),
    HELP_FOUND("desk.help-found", PublicDeskEvent.HelpFound.class),
    NOBODY_THERE("desk.nobody-there", PublicDeskEvent.NobodyThere.class),
    NOBODY_SKILLED("desk.nobody-skilled", PublicDeskSkillEvent.NobodySkilled.class),
    DESK_OPENED("desk.opened", PublicDeskHoursEvent.DeskOpened.class),
    DESK_CLOSED("desk.closed", PublicDeskHoursEvent.DeskClosed.class),
    MEMBER_NOTED("desk.member-noted", PublicDeskEvent.MemberNoted.class),
    CLOCK_STARTED("clock.started", PublicClockEvent.ClockStarted.class),
    CLOCK_WARNED("clock.warned", PublicClockEvent.ClockWarned.class),
    CLOCK_BREACHED("clock.breached", PublicClockEvent.ClockBreached.class),
    CLOCK_REPEATED("clock.repeated", PublicClockEvent.ClockRepeated.class),
    CLOCK_PAUSED("clock.paused", PublicClockEvent.ClockPaused.class),
    CLOCK_RESUMED("clock.resumed", PublicClockEvent.ClockResumed.class),
    CLOCK_BREACH_WITHDRAWN("clock.breach-withdrawn", PublicClockEvent.ClockBreachWithdrawn.class),
    CLOCK_MET("clock.met", PublicClockEvent.ClockMet.class),
    CLOCK_CANCELLED("clock.cancelled", PublicClockEvent.ClockCancelled.class),
    NOTE_ACCEPTED("notes.accepted", PublicNotesEvent.NoteAccepted.class),
    NOTE_REJECTED("notes.rejected", PublicNotesEvent.NoteRejected.class),
    NOTE_AMENDED("notes.amended", PublicNotesEvent.NoteAmended.class),
    NOTE_REDACTED("notes.redacted", PublicNotesEvent.NoteRedacted.class),
    FOLLOW_UPS_PROPOSED("notes.follow-ups-proposed", PublicNotesEvent.FollowUpsProposed.class),
    NOTE_ORPHANED("notes.orphaned", PublicNotesEvent.NoteOrphaned.class);

    private static final Map<String, Class<?>> CLASSES =
            Arrays.stream(values()).collect(Collectors.toMap(WireNames::wireName, n -> n.type));
    private static final Map<Class<?>, String> NAMES =
            Arrays.stream(values()).collect(Collectors.toMap(n -> n.type, WireNames::wireName));

    private final String shortName;
    private final Class<?> type;

    WireNames(String shortName, Class<?> type) {
        this.shortName = shortName;
        this.type = type;
    }

    /// The name on the wire, such as `io.chatkeeper.chat.opened.v1`.
    public String wireName() {
        return "io.chatkeeper." + shortName + ".v1";
    }

    /// The wire name of a command or public event.
    ///
    /// @throws IllegalArgumentException if the class is not in the table, which is a bug
    public static String of(Class<?> type) {
        String name = NAMES.get(type);
        if (name == null) {
            throw new IllegalArgumentException("no wire name for " + type.getName());
        }
        return name;
    }

    /// The command class of a wire name, if it is one.
    public static Optional<Class<? extends Command>> commandClass(String wireName) {
        return subclass(wireName, Command.class);
    }

    /// The public event class of a wire name, if it is one.
    public static Optional<Class<? extends PublicEvent>> eventClass(String wireName) {
        return subclass(wireName, PublicEvent.class);
    }

    private static <T> Optional<Class<? extends T>> subclass(String wireName, Class<T> parent) {
        Function<Class<?>, Optional<Class<? extends T>>> narrowed =
                type ->
                        parent.isAssignableFrom(type)
                                ? Optional.of(type.asSubclass(parent))
                                : Optional.empty();
        return Optional.ofNullable(CLASSES.get(wireName)).flatMap(narrowed);
    }
}

package io.chatkeeper.contract;

/// Facts about the register of SOP versions.
public sealed interface PublicSopEvent extends PublicEvent {
    /// A version is in force; its text is on the topic `sops`.
    record SopPublished(String sopId, int version, String yaml) implements PublicSopEvent {}

    /// The day has come on which this version says it must be looked at again (R12).
    record SopReviewDue(String sopId, int version) implements PublicSopEvent {}
}

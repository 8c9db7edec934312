package io.chatkeeper.sop;

import io.chatkeeper.contract.Severity;

/// Words not to send, and better ones (R72-R75).
///
/// @param id the requirement it serves
/// @param not the words to avoid, as people would write them
/// @param say what to write instead
public record ToneRule(String id, String not, String say, Severity severity) {}

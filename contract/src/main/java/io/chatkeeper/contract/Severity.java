package io.chatkeeper.contract;

/// How much a finding weighs: a block refuses, a warning asks for a reason.
public enum Severity {
    BLOCK,
    WARN
}

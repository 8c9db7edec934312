package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.gateway.identity.Caller;

/// The body of a write on a chat: what an agent fills in. One form, whether the chat is named in
/// the path or in a list of many, so that both ask for the same and meet the same rules (P9).
@FunctionalInterface
interface Form {
    /// The command it asks for, with its fields bounded and masked.
    ///
    /// @param commandId from which the ids of what comes to be derive
    /// @throws io.chatkeeper.gateway.protection.Problem if a field makes no sense
    ChatCommand command(String chatId, String commandId, Caller.Agent by);
}

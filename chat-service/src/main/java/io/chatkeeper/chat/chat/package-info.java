/// The decision room of a chat: what can happen to it, and what must be true before it may. Pure:
/// time, ids and the SOP are arguments. Only the Axon shell knows a framework.
@NullMarked
package io.chatkeeper.chat.chat;

import org.jspecify.annotations.NullMarked;

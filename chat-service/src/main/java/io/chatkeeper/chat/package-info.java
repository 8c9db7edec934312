/// The chats: aggregates `chat` and `sop`.
@NullMarked
package io.chatkeeper.chat;

import org.jspecify.annotations.NullMarked;

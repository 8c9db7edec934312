/// Measures decisions from inside their own room, for nobody else can call them.
@NullMarked
package io.chatkeeper.chat.chat;

import org.jspecify.annotations.NullMarked;

/// Foreign events become our own commands.
@NullMarked
package io.chatkeeper.chat.listening;

import org.jspecify.annotations.NullMarked;

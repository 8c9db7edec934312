/// Scenarios of a procedure, told in words of a support desk and played with the real decisions:
/// whoever owns a procedure tests it before it is published.
@NullMarked
package io.chatkeeper.chat.rehearsal;

import org.jspecify.annotations.NullMarked;

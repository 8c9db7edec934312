/// The decision room of the register of SOP versions.
@NullMarked
package io.chatkeeper.chat.sop;

import org.jspecify.annotations.NullMarked;

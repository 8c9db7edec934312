/// Other systems get a chat when the procedure says so: what they get, and how it is brought to
/// them.
@NullMarked
package io.chatkeeper.chat.records;

import org.jspecify.annotations.NullMarked;

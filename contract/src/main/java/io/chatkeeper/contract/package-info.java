/// What the services say to each other: commands, public events, envelopes, topics. Depends on the
/// JDK alone; everybody may enter.
@NullMarked
package io.chatkeeper.contract;

import org.jspecify.annotations.NullMarked;

/// Chatkeeper under load while its parts are killed, frozen, taken away and poisoned, with the
/// clients' own journal as the judge: what they were promised must be what the log holds.
@NullMarked
package io.chatkeeper.torture;

import org.jspecify.annotations.NullMarked;

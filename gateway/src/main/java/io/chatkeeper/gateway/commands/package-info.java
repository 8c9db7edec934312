/// Writes: an HTTP request becomes a command on the log, its reply becomes the answer.
@NullMarked
package io.chatkeeper.gateway.commands;

import org.jspecify.annotations.NullMarked;

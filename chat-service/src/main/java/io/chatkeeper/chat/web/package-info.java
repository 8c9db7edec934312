/// What other services ask over HTTP: the event log.
@NullMarked
package io.chatkeeper.chat.web;

import org.jspecify.annotations.NullMarked;

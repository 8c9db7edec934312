/// What other services ask over HTTP: what is wrong with a text.
@NullMarked
package io.chatkeeper.notes.web;

import org.jspecify.annotations.NullMarked;

/// Notes and conduct: aggregate `notes`, and the check of a text before it is sent.
@NullMarked
package io.chatkeeper.notes;

import org.jspecify.annotations.NullMarked;

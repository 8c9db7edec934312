/// How fast Chatkeeper is, in one run with what its parts can do.
@NullMarked
package io.chatkeeper.bench;

import org.jspecify.annotations.NullMarked;

/// The journal: what is stored for ever, its hash chain, and the port that stores it.
@NullMarked
package io.chatkeeper.pipeline.journal;

import org.jspecify.annotations.NullMarked;

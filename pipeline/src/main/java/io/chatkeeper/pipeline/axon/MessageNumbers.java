package io.chatkeeper.pipeline.axon;

import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/// The ids that Axon gives its messages. They never leave the turn in which they are made: what is
/// stored has ids of its own, so counting does, and no randomness is spent on them. Axon finds this
/// through the service loader.
public final class MessageNumbers extends IdentifierFactory {
    private final AtomicLong last = new AtomicLong();

    @Override
    public String generateIdentifier() {
        return Long.toString(last.incrementAndGet());
    }
}

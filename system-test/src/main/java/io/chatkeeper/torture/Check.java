package io.chatkeeper.torture;

import java.util.stream.Stream;

/// Looks for breaches of one promise.
interface Check {
    Stream<Broken> of(Evidence evidence);
}

/// Chatkeeper on one machine: broker, store and services as child processes. `LocalParts` is for
/// tests that need a broker and a store, `House` is everything, `Run` is what `./run` starts.
///
/// Only `BrokerMain` and the `standin` package need foreign jars; they run in processes of their
/// own, so that a module which depends on this one gets plain JDK code.
@NullMarked
package io.chatkeeper.local;

import org.jspecify.annotations.NullMarked;

/// The embedded stand-in for MongoDB: mongo-java-server's wire protocol and query language over an
/// H2 MVStore that holds documents as BSON bytes. It runs as a process of its own; nobody calls in.
@NullMarked
package io.chatkeeper.local.standin;

import org.jspecify.annotations.NullMarked;

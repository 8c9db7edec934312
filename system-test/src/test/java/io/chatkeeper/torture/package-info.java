/// Whether the judge can find anything, and one of every fault in a real house.
@NullMarked
package io.chatkeeper.torture;

import org.jspecify.annotations.NullMarked;

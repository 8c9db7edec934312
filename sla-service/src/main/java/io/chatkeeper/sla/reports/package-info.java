/// Promises recounted from the log itself, to hold the read model against.
@NullMarked
package io.chatkeeper.sla.reports;

import org.jspecify.annotations.NullMarked;

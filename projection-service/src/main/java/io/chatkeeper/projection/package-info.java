/// Every read model, report and query.
@NullMarked
package io.chatkeeper.projection;

import org.jspecify.annotations.NullMarked;

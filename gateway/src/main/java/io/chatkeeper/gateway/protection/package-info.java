/// What keeps harm out: limits, breakers, headers, and the one table of problems.
@NullMarked
package io.chatkeeper.gateway.protection;

import org.jspecify.annotations.NullMarked;

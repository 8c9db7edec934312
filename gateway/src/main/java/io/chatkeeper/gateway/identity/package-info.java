/// Who calls: agents by a bearer token of their provider, visitors by one of ours.
@NullMarked
package io.chatkeeper.gateway.identity;

import org.jspecify.annotations.NullMarked;

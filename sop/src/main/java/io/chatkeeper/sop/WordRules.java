package io.chatkeeper.sop;

import java.util.Set;

/// Words of a site's own.
///
/// @param jargon terms that its customers don't know, in small letters (R78)
public record WordRules(Set<String> jargon) {
    /// Lets nobody change what was read.
    public WordRules {
        jargon = Ordered.copy(jargon);
    }
}

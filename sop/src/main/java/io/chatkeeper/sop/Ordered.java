package io.chatkeeper.sop;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Unchangeable copies that keep the order in which the file names things.
final class Ordered {
    private Ordered() {}

    static <V> Map<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static <T> Set<T> copy(Collection<T> set) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }
}

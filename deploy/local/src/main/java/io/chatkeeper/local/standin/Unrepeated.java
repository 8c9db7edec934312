package io.chatkeeper.local.standin;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Lets the first of equal neighbours through: `$in` may name a key twice, but a document is found
/// once. For sorted sequences only.
final class Unrepeated implements Predicate<Object> {

    private @Nullable Object last;

    @Override
    public boolean test(Object key) {
        boolean fresh = last == null || KeyType.INSTANCE.compare(last, key) != 0;
        last = key;
        return fresh;
    }
}

package io.chatkeeper.routing.desk;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A map in the order of its keys that never changes: putting and removing give another one, which
/// shares all but one path with the old one. A desk with ten thousand chats in line changes in the
/// time of fourteen steps, and a decision may try a change without copying the line.
///
/// Balanced by weight: no side is more than three times as heavy as the other.
record Tree<K extends Comparable<K>, V>(@Nullable Node<K, V> root) implements Iterable<V> {
    private static final int HEAVIER = 3;

    /// @param size how many entries there are from here on down
    record Node<K extends Comparable<K>, V>(
            K key, V value, int size, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {}

    static <K extends Comparable<K>, V> Tree<K, V> empty() {
        return new Tree<>(null);
    }

    int size() {
        return size(root);
    }

    @Nullable V get(K key) {
        Node<K, V> at = root;
        while (at != null) {
            int side = key.compareTo(at.key());
            if (side == 0) {
                return at.value();
            }
            at = side < 0 ? at.left() : at.right();
        }
        return null;
    }

    Tree<K, V> with(K key, V value) {
        return new Tree<>(put(root, key, value));
    }

    Tree<K, V> without(K key) {
        return get(key) == null ? this : new Tree<>(remove(root, key));
    }

    /// The value of the smallest key.
    ///
    /// @throws NoSuchElementException if there is none
    K firstKey() {
        if (root == null) {
            throw new NoSuchElementException("an empty tree has no first entry");
        }
        return first(root).key();
    }

    /// How many keys are smaller than this one.
    int before(K key) {
        int count = 0;
        Node<K, V> at = root;
        while (at != null) {
            if (key.compareTo(at.key()) <= 0) {
                at = at.left();
            } else {
                count += size(at.left()) + 1;
                at = at.right();
            }
        }
        return count;
    }

    /// The values in the order of their keys.
    @Override
    public Iterator<V> iterator() {
        return new InOrder<>(root);
    }

    private static <K extends Comparable<K>, V> Node<K, V> put(
            @Nullable Node<K, V> at, K key, V value) {
        if (at == null) {
            return new Node<>(key, value, 1, null, null);
        }
        int side = key.compareTo(at.key());
        if (side == 0) {
            return new Node<>(key, value, at.size(), at.left(), at.right());
        }
        return side < 0
                ? balanced(at, put(at.left(), key, value), at.right())
                : balanced(at, at.left(), put(at.right(), key, value));
    }

    private static <K extends Comparable<K>, V> @Nullable Node<K, V> remove(
            @Nullable Node<K, V> at, K key) {
        if (at == null) {
            return null;
        }
        int side = key.compareTo(at.key());
        if (side < 0) {
            return balanced(at, remove(at.left(), key), at.right());
        }
        if (side > 0) {
            return balanced(at, at.left(), remove(at.right(), key));
        }
        if (at.left() == null || at.right() == null) {
            return at.left() == null ? at.right() : at.left();
        }
        Node<K, V> next = first(at.right());
        return balanced(next, at.left(), remove(at.right(), next.key()));
    }

    private static <K extends Comparable<K>, V> Node<K, V> balanced(
            Node<K, V> entry, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (right != null && size(right) > HEAVIER * size(left) + 1) {
            Node<K, V> inner = right.left();
            return inner != null && size(inner) > 2 * size(right.right())
                    ? node(
                            inner,
                            node(entry, left, inner.left()),
                            node(right, inner.right(), right.right()))
                    : node(right, node(entry, left, inner), right.right());
        }
        if (left != null && size(left) > HEAVIER * size(right) + 1) {
            Node<K, V> inner = left.right();
            return inner != null && size(inner) > 2 * size(left.left())
                    ? node(
                            inner,
                            node(left, left.left(), inner.left()),
                            node(entry, inner.right(), right))
                    : node(left, left.left(), node(entry, inner, right));
        }
        return node(entry, left, right);
    }

    private static <K extends Comparable<K>, V> Node<K, V> node(
            Node<K, V> entry, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        return new Node<>(entry.key(), entry.value(), size(left) + 1 + size(right), left, right);
    }

    private static <K extends Comparable<K>, V> Node<K, V> first(Node<K, V> root) {
        Node<K, V> at = root;
        while (at.left() != null) {
            at = at.left();
        }
        return at;
    }

    private static int size(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.size();
    }

    private static final class InOrder<K extends Comparable<K>, V> implements Iterator<V> {
        private final java.util.ArrayDeque<Node<K, V>> path = new java.util.ArrayDeque<>();

        InOrder(@Nullable Node<K, V> root) {
            descend(root);
        }

        private void descend(@Nullable Node<K, V> from) {
            for (Node<K, V> at = from; at != null; at = at.left()) {
                path.push(at);
            }
        }

        @Override
        public boolean hasNext() {
            return !path.isEmpty();
        }

        @Override
        public V next() {
            Node<K, V> at = path.pop();
            descend(at.right());
            return at.value();
        }
    }
}

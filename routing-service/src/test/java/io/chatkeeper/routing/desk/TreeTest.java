package io.chatkeeper.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TreeTest {
    @Test
    void it_holds_what_a_map_of_java_holds_and_stays_shallow() {
        for (int seed = 0; seed < 20; seed++) {
            Random chance = new Random(seed);
            TreeMap<Integer, Integer> expected = new TreeMap<>();
            Tree<Integer, Integer> tree = Tree.empty();
            for (int i = 0; i < 2_000; i++) {
                int key = seed % 2 == 0 ? i / 2 : chance.nextInt(500);
                boolean put = chance.nextInt(3) > 0;
                if (put) {
                    expected.put(key, i);
                } else {
                    expected.remove(key);
                }
                tree = put ? tree.with(key, i) : tree.without(key);
            }
            assertThat(tree).as("seed " + seed).containsExactlyElementsOf(expected.values());
            assertThat(tree.size()).isEqualTo(expected.size());
            assertThat(tree.firstKey()).isEqualTo(expected.firstKey());
            assertThat(tree.before(250)).isEqualTo(expected.headMap(250).size());
            assertThat(tree.get(-1)).isNull();
            assertThat(depth(tree.root())).isLessThan(26);
        }
    }

    @Test
    void the_old_one_is_as_it_was() {
        Tree<String, String> one = Tree.<String, String>empty().with("a", "1");
        Tree<String, String> two = one.with("a", "2").with("b", "3");
        assertThat(one).containsExactly("1");
        assertThat(two.without("a")).containsExactly("3");
        assertThat(two).containsExactly("2", "3");
    }

    @Test
    void an_empty_one_has_no_first() {
        assertThatThrownBy(() -> Tree.<String, String>empty().firstKey())
                .isInstanceOf(NoSuchElementException.class);
    }

    private static int depth(Tree.Node<?, ?> node) {
        return node == null ? 0 : 1 + Math.max(depth(node.left()), depth(node.right()));
    }
}

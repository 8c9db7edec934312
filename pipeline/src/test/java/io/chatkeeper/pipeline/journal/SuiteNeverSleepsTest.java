package io.chatkeeper.pipeline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tests the suite: a journal that does nothing must fail every one of its tests.
class SuiteNeverSleepsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("tests")
    void a_journal_that_does_nothing_fails(Method test) throws IllegalAccessException {
        JournalConformance suite = new DoNothing();
        suite.openJournal();
        try {
            test.invoke(suite);
        } catch (InvocationTargetException failed) {
            return;
        }
        throw new AssertionError("passes without a journal: " + test.getName());
    }

    @Test
    void there_is_something_to_fail() {
        assertThat(tests()).hasSizeGreaterThan(10);
    }

    static Stream<Method> tests() {
        return Arrays.stream(JournalConformance.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class));
    }

    private static final class DoNothing extends JournalConformance implements Journal {
        @Override
        Journal open() {
            return this;
        }

        @Override
        public Stored load(String streamId, String shape) {
            return new Stored(null, List.of(), StreamEnd.START);
        }

        @Override
        public void keep(String streamId, Snapshot snapshot) {
            // Nothing is what this journal does.
        }

        @Override
        public List<Entry> read(String streamId, long after, int limit) {
            return List.of();
        }

        @Override
        public boolean endsAt(String streamId, StreamEnd end) {
            return true;
        }

        @Override
        public CompletableFuture<Void> append(Append append) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Map<String, Instant> wakeUps(Predicate<String> streams) {
            return Map.of();
        }
    }
}

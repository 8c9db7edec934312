package io.chatkeeper.pipeline.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tests the suite: parking that does nothing must fail every one of its tests.
class ParkingSuiteNeverSleepsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("tests")
    void parking_that_does_nothing_fails(Method test) throws IllegalAccessException {
        ParkingConformance suite = new DoNothing();
        suite.openParking();
        try {
            test.invoke(suite);
        } catch (InvocationTargetException failed) {
            return;
        }
        throw new AssertionError("passes without parking: " + test.getName());
    }

    @Test
    void there_is_something_to_fail() {
        assertThat(tests()).hasSizeGreaterThan(10);
    }

    static List<Method> tests() {
        return ParkingConformance.tests();
    }

    private static final class DoNothing extends ParkingConformance implements Parking {
        @Override
        Parking open() {
            return this;
        }

        @Override
        public List<Parked> all() {
            return List.of();
        }

        @Override
        public Set<String> parked(String group) {
            return Set.of();
        }

        @Override
        public void park(String group, ConsumerRecord<String, byte[]> record, String reason) {}

        @Override
        public boolean want(String group, String stream, @Nullable Long without) {
            return true;
        }

        @Override
        public List<Replay> wanted(String group) {
            return List.of();
        }

        @Override
        public List<ConsumerRecord<String, byte[]>> line(String group, String stream, int limit) {
            return List.of();
        }

        @Override
        public void remove(String group, List<ConsumerRecord<String, byte[]>> handled) {}

        @Override
        public void giveUp(String group, String stream, String reason) {}

        @Override
        public void release(String group, String stream) {}
    }
}

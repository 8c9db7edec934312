package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that are made to do harm are refused, and cost little on the way. What is asserted is what
/// they make the reader allocate, which no busy machine changes; the time is told.
class HostileFileTest {
    private static final long MOST_BYTES = 64L << 20;
    private static final int TEN_MEGABYTES = 10 << 20;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("billion laughs", laughs()),
                Arguments.of("10 MB of keys", keys(TEN_MEGABYTES)),
                Arguments.of("10 MB in one text", "title: " + "x".repeat(TEN_MEGABYTES)),
                Arguments.of("as many keys as fit", keys(SopReader.MAX_BYTES)),
                Arguments.of("deep lists", "[".repeat(SopReader.MAX_BYTES)),
                Arguments.of("deep tables", "{a: ".repeat(SopReader.MAX_BYTES / 4)),
                Arguments.of("deep blocks", blocks()),
                Arguments.of("repeated keys", "sop: a\n".repeat(SopReader.MAX_BYTES / 7)),
                Arguments.of("a type tag", "sop: !!javax.script.ScriptEngineManager [x]\n"),
                Arguments.of("a local tag", "sop: !include /etc/passwd\n"),
                Arguments.of("a long key", "? " + "k".repeat(SopReader.MAX_BYTES - 10) + "\n: 1\n"),
                Arguments.of("anchors", "a: &a x\n".repeat(SopReader.MAX_BYTES / 8)));
    }

    private static String laughs() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 40; i++) {
            yaml.append("a%d: &a%d [%s]\n".formatted(i, i, "*a" + (i - 1) + ", *a" + (i - 1)));
        }
        return yaml.toString();
    }

    private static String keys(int bytes) {
        StringBuilder yaml = new StringBuilder(bytes);
        for (int i = 0; yaml.length() < bytes - 20; i++) {
            yaml.append("key").append(i).append(": 1\n");
        }
        return yaml.toString();
    }

    private static String blocks() {
        StringBuilder yaml = new StringBuilder();
        for (int depth = 0; depth < 500; depth++) {
            yaml.append(" ".repeat(depth)).append("a:\n");
        }
        return yaml.toString();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().threadId());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void is_refused_and_costs_little(String name, String yaml) {
        byte[] file = yaml.getBytes(StandardCharsets.UTF_8);
        long before = allocated();
        long began = System.nanoTime();
        SopFaults refused = catchThrowableOfType(SopFaults.class, () -> SopReader.read(file));
        long millis = (System.nanoTime() - began) / 1_000_000;
        long bytes = allocated() - before;
        System.out.printf("%-20s refused in %4d ms, %5d KB%n", name, millis, bytes >> 10);
        assertThat(refused.faults()).isNotEmpty().hasSizeLessThanOrEqualTo(FaultList.LIMIT);
        assertThat(bytes).isLessThan(MOST_BYTES);
    }
}

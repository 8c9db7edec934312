package io.chatkeeper.bench;

import io.chatkeeper.sop.Finding;
import io.chatkeeper.sop.TextContext;
import io.chatkeeper.sop.TextGuard;
import io.chatkeeper.sop.TextKind;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs to judge one note of 60 words, all rules of notes being in force. The limit is a
/// millisecond for the slowest of a hundred, warm, on one thread.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@Threads(1)
public class NoteBenchmark {
    private static final String FINE =
            "Tenant reports that the boiler has made a loud noise since Monday and that the hot"
                    + " water stops after two minutes. Asked for the model, read him the steps for"
                    + " the pressure valve, which did not help, and booked an engineer for Thursday"
                    + " between 9 and 11. Told him to leave it off until then; I will ring on Friday.";
    private static final String POOR =
            "tenant called AGAIN and would not stop talking about his dog and the weather and what"
                    + " his sister said, a nightmare of a man. Then he said that the boiler"
                    + " is loud, and I said turn it off, and he said no, and I said yes. Gave me his"
                    + " card 4111 1111 1111 1111. Still pending, nobody knows what"
                    + " comes.";

    /// A note without a fault, and one with many.
    @Param({"fine", "poor"})
    public String note = "";

    private String text = "";
    private TextGuard guard = HostileTexts.everything();

    /// Reads the rules.
    @Setup
    public void begin() throws IOException {
        text = note.equals("fine") ? FINE : POOR;
        guard = HostileTexts.everything();
        int words = text.split("\\s+").length;
        boolean clean = judge().isEmpty();
        if (words != 60 || clean != note.equals("fine")) {
            throw new IOException("%s: %d words, %s".formatted(note, words, judge()));
        }
    }

    /// Every rule of a note.
    @Benchmark
    public List<Finding> judge() {
        return guard.check(TextKind.NOTE, text, TextContext.NONE);
    }
}

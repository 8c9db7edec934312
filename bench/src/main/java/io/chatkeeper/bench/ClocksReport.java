package io.chatkeeper.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a run came to, line by line, and whether the clocks were right.
final class ClocksReport {
    private final List<String> lines = new ArrayList<>();
    private boolean correct = true;

    void say(String format, Object... values) {
        String line = format.formatted(values);
        lines.add(line);
        System.out.println(line);
    }

    void target(String what, double value, double limit) {
        say("%-8s %s: %.2f of %.0f", value <= limit ? "reached" : "MISSED", what, value, limit);
    }

    /// Holds the journal against what was promised: each clock that was due is breached once, not
    /// before its time; no other is.
    void judge(ClocksTarget clocks, ClockJournal journal) {
        Instant now = Instant.now();
        long early = 0;
        long lost = 0;
        long doubled = clocks.told().again();
        long breached = 0;
        for (Map.Entry<String, Instant> due : clocks.dues().entrySet()) {
            ClockJournal.Ended ended = journal.of(due.getKey());
            int times = ended.breached().size();
            breached += times;
            early += ended.isBreachedBefore(due.getValue()) ? 1 : 0;
            lost += times == 0 && due.getValue().isBefore(now) ? 1 : 0;
            doubled += times > 1 ? 1 : 0;
        }
        long unordered = clocks.told().outOfOrder(chat -> !chat.startsWith("chat-ready"));
        say(
                "journal  %d breaches: early %d, lost %d, doubled %d, rung out of due order %d",
                breached, early, lost, doubled, unordered);
        correct &= early + lost + doubled + unordered == 0;
    }

    /// The same where promises have been kept: what was done in time is broken by nobody, or only
    /// until it was heard; everything else is, once, whether it was done later or not.
    ///
    /// @param name what the ids of the chats begin with
    void judgeKept(ClocksTarget clocks, String name, ClockJournal journal) {
        Map<String, Instant> dues = clocks.dues();
        dues.keySet().removeIf(chat -> !chat.startsWith(name));
        long early = 0;
        long lost = 0;
        long doubled = 0;
        long wrong = 0;
        long withdrawn = 0;
        for (Map.Entry<String, Instant> due : dues.entrySet()) {
            ClockJournal.Ended ended = journal.of(due.getKey());
            int times = ended.breached().size();
            boolean kept = clocks.promises().isKept(due.getKey());
            early += ended.isBreachedBefore(due.getValue()) ? 1 : 0;
            doubled += times > 1 || ended.withdrawn() + ended.met() > 1 ? 1 : 0;
            wrong += kept && times > ended.withdrawn() || !kept && ended.withdrawn() > 0 ? 1 : 0;
            lost += isLost(ended, kept, clocks.promises().isDone(due.getKey())) ? 1 : 0;
            withdrawn += ended.withdrawn();
        }
        long keptInTime = dues.keySet().stream().filter(clocks.promises()::isKept).count();
        say(
                "%d promises, %d kept in time (for %d of them a breach was taken back), %d not:",
                dues.size(), keptInTime, withdrawn, dues.size() - keptInTime);
        say("early %d, lost %d, doubled %d, wrongly breached %d", early, lost, doubled, wrong);
        correct &= !dues.isEmpty() && early + lost + doubled + wrong == 0;
    }

    /// Whether something that must have become of a clock has not.
    private static boolean isLost(ClockJournal.Ended ended, boolean kept, boolean done) {
        boolean over = ended.withdrawn() + ended.met() > 0;
        return done && !over || !kept && ended.breached().isEmpty();
    }

    /// @throws IllegalStateException if something was wrong
    void requireCorrect() {
        if (!correct) {
            throw new IllegalStateException("clocks were early, lost, doubled or wrong");
        }
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}

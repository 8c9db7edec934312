package io.chatkeeper.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Processor time that processes have used, from the kernel's counters, in milliseconds.
public record Cpu(Map<String, Long> millis) {
    /// The kernel counts in ticks of a hundredth of a second, whatever its own clock is.
    private static final long MILLIS_PER_TICK = 10;

    private static final int USER = 11;
    private static final int SYSTEM = 12;

    /// What the named processes have used until now. One that is gone has used nothing.
    public static Cpu of(Map<String, Long> pids) {
        Map<String, Long> used = new LinkedHashMap<>();
        pids.forEach((name, pid) -> used.put(name, ofProcess(pid)));
        return new Cpu(used);
    }

    /// What was used since an earlier moment.
    public Cpu since(Cpu before) {
        Map<String, Long> used = new LinkedHashMap<>();
        millis.forEach((name, now) -> used.put(name, now - before.millis.getOrDefault(name, 0L)));
        return new Cpu(used);
    }

    /// Milliseconds for each of so many pieces of work, process by process.
    public Map<String, Double> per(long pieces) {
        Map<String, Double> each = new LinkedHashMap<>();
        millis.forEach((name, used) -> each.put(name, (double) used / Math.max(1, pieces)));
        return each;
    }

    private static long ofProcess(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            return Files.exists(stat) ? fromStat(Files.readString(stat)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The program's name stands in parentheses and may hold anything; what follows it is counted.
    static long fromStat(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) * MILLIS_PER_TICK;
    }
}

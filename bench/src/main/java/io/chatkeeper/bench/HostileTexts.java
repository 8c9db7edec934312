package io.chatkeeper.bench;

import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.TextContext;
import io.chatkeeper.sop.TextGuard;
import io.chatkeeper.sop.TextKind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How long the text rules take on texts that nobody writes by accident, and that their time grows
/// with the length: the same text at 1, 2, 4 … 64 times its length, up to the longest permitted.
final class HostileTexts {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int STEPS = 7;
    private static final int ROUNDS = 21;
    private static final int LONGEST_MILLIS = 50;

    /// Time for each character at the end may be so many times that at the beginning.
    private static final double LINEAR = 2;

    private static final Map<String, String> BAITS = new LinkedHashMap<>();

    static {
        BAITS.put("prose", "Guest asked for a later checkout. Told her noon is fine. ");
        BAITS.put("one word", "a");
        BAITS.put("lines", "x\n");
        BAITS.put("empty lines", "\n");
        BAITS.put("capitals", "A ");
        BAITS.put("spaces", " ");
        BAITS.put("stops", "....");
        BAITS.put("brackets", "((((");
        BAITS.put("quotes", "\"");
        BAITS.put("digits", "1 2 3 4 ");
        BAITS.put("card digits", "4111-");
        BAITS.put("passwords", "password ");
        BAITS.put("phrase begun", "you need to ");
        BAITS.put("denials", "can't promise a refund ");
        BAITS.put("binders", "asked and then but so also ");
        BAITS.put("questions", "wondering if whether why how ");
        BAITS.put("talk retold", "he said I said ");
        BAITS.put("bidi", "\u202e\u2066x\u2069");
        BAITS.put("zero width", "\u200bx\u200d\ufeff");
        BAITS.put("lone surrogates", "\ud800 \udc00x");
        BAITS.put("piled accents", "e\u0301\u0301\u0301");
    }

    private HostileTexts() {}

    /// A guard with every rule of notes in force.
    static TextGuard everything() {
        return new TextGuard(
                SopReader.read(
                        """
                        sop: everything
                        version: 1
                        title: Every rule of notes
                        review: {last: 2026-11-01, next: 2027-05-01, approvedBy: {name: A, title: B}}
                        calendars: {always: {zone: UTC, hours: always}}
                        desks: {one: {role: csr, calendar: always}}
                        notes: {requiredBefore: [close]}
                        """));
    }

    /// Prints a line for each text; leaves with 1 if one is too slow or grows faster than its
    /// length.
    public static void main(String[] args) {
        System.out.println(
                "commit " + Machine.commit(Path.of(args[0])) + ", " + Machine.description());
        TextGuard guard = everything();
        for (int length : List.of(TextGuard.LONGEST, TextGuard.LONGEST >> STEPS)) {
            BAITS.values().forEach(bait -> microseconds(guard, text(bait, length)));
        }
        System.out.println(
                "hostile texts as notes: µs of processor time at each length, and ns a character");
        boolean good = true;
        for (Map.Entry<String, String> bait : BAITS.entrySet()) {
            good &= grows(guard, bait.getKey(), bait.getValue());
        }
        refused(guard, "1 MB", "a".repeat(1 << 20));
        refused(guard, "100,000 lines", "x\n".repeat(100_000));
        System.exit(good ? 0 : 1);
    }

    private static boolean grows(TextGuard guard, String name, String bait) {
        StringBuilder line = new StringBuilder("%-16s".formatted(name));
        double[] perCharacter = new double[STEPS];
        double micros = 0;
        for (int step = 0; step < STEPS; step++) {
            String text = text(bait, TextGuard.LONGEST >> (STEPS - 1 - step));
            micros = microseconds(guard, text);
            perCharacter[step] = micros * 1_000 / text.length();
            line.append(" %8.1f".formatted(micros));
        }
        double ratio = perCharacter[STEPS - 1] / perCharacter[0];
        boolean good = ratio <= LINEAR && micros <= LONGEST_MILLIS * 1_000;
        System.out.printf(
                Locale.ROOT,
                "%s   %6.0f to %6.0f ns, ratio %.2f %s%n",
                line,
                perCharacter[0],
                perCharacter[STEPS - 1],
                ratio,
                good ? "" : "TOO MUCH");
        return good;
    }

    private static String text(String bait, int length) {
        return bait.repeat(length / bait.length() + 1).substring(0, length);
    }

    /// Processor time of this thread, the median of some rounds: others on the machine don't count.
    private static double microseconds(TextGuard guard, String text) {
        double[] rounds = new double[ROUNDS];
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = THREAD.getCurrentThreadCpuTime();
            found += guard.check(TextKind.NOTE, text, TextContext.NONE).size();
            rounds[round] = (THREAD.getCurrentThreadCpuTime() - begun) / 1_000.0;
        }
        if (found < 0) {
            throw new IllegalStateException("nobody finds less than nothing");
        }
        return Median.of(rounds);
    }

    private static void refused(TextGuard guard, String name, String text) {
        long begun = System.nanoTime();
        try {
            guard.check(TextKind.NOTE, text, TextContext.NONE);
            throw new IllegalStateException(name + " was read");
        } catch (IllegalArgumentException tooLong) {
            System.out.printf(
                    Locale.ROOT,
                    "%-16s refused by its length in %.1f µs%n",
                    name,
                    (System.nanoTime() - begun) / 1_000.0);
        }
    }
}

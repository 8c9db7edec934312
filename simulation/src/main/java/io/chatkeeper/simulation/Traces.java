package io.chatkeeper.simulation;

import java.io.PrintWriter;
import java.io.StringWriter;

/// Stack traces as text, for the story of a failing seed.
final class Traces {
    private static final int LONGEST = 3_000;

    private Traces() {}

    static String of(Throwable cause) {
        var text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString().substring(0, Math.min(LONGEST, text.toString().length()));
    }
}

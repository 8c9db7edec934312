package io.chatkeeper.sop.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a text into tokens, in one pass.
final class Tokenizer {
    /// What may stand inside a word, between two letters or digits.
    private static final String JOINTS = "'-/.@&_:,+";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private boolean quoted;

    private Tokenizer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        tokenizer.run();
        return tokenizer.tokens;
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (belongsToWord(point)) {
                at = word(at);
            } else {
                mark(point, at);
                at += Character.charCount(point);
            }
        }
    }

    private int word(int start) {
        int end = start;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            int width = Character.charCount(point);
            if (!belongsToWord(point) && !joins(end, width)) {
                break;
            }
            end += width;
        }
        add(start, end, true);
        return end;
    }

    /// A joint binds only between letters and digits; a comma only inside a number.
    private boolean joins(int at, int width) {
        char joint = plain(text.charAt(at));
        int next = at + width;
        if (JOINTS.indexOf(joint) < 0 || next >= text.length() || at == 0) {
            return false;
        }
        int after = text.codePointAt(next);
        int before = text.codePointBefore(at);
        boolean digits = Character.isDigit(before) && Character.isDigit(after);
        return switch (joint) {
            case ',', ':', '+' -> digits;
            default -> belongsToWord(after) && belongsToWord(before);
        };
    }

    private void mark(int point, int at) {
        if (Character.isWhitespace(point) && point != '\n') {
            return;
        }
        switch (point) {
            case '"' -> quoted = !quoted;
            case '“', '«' -> quoted = true;
            case '”', '»' -> quoted = false;
            default -> {}
        }
        add(at, at + Character.charCount(point), false);
        if (point == '\n') {
            quoted = false;
        }
    }

    private void add(int start, int end, boolean word) {
        String written = text.substring(start, end);
        String low = written.toLowerCase(Locale.ROOT).replace('’', '\'').replace('ʼ', '\'');
        tokens.add(new Token(written, low, start, end, word, quoted));
    }

    private static char plain(char mark) {
        return mark == '’' || mark == 'ʼ' ? '\'' : mark == '‑' ? '-' : mark;
    }

    private static boolean belongsToWord(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK;
    }
}

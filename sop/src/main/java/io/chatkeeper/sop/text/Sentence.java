package io.chatkeeper.sop.text;

import java.util.List;

/// A sentence: its tokens in order, marks included.
///
/// @param end the mark that ends it: `.`, `!`, `?`; nothing, if it is somebody else's question
/// @param opensLine whether it begins a line
record Sentence(List<Token> tokens, String end, boolean opensLine) {
    /// Only the words.
    List<Token> words() {
        return tokens.stream().filter(Token::word).toList();
    }

    int start() {
        return tokens.getFirst().start();
    }

    int finish() {
        return tokens.getLast().end();
    }

    /// It asks, in its author's own words.
    boolean asks() {
        return end.equals("?");
    }
}

package io.chatkeeper.sop.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Detail that nobody needs: chatter, and a talk retold word by word. Length alone is no fault.
final class Chatter {
    private static final Lexicon ENGLISH = Lexicon.ENGLISH;
    private static final int TURNS_RETOLD = 4;
    private static final Set<String> SAID =
            Set.of(
                    "said",
                    "says",
                    "goes",
                    "replied",
                    "answered",
                    "asked",
                    "told",
                    "went",
                    "responded",
                    "typed",
                    "wrote");

    private Chatter() {}

    static Optional<Flaw> in(Passage passage) {
        for (Sentence sentence : passage.sentences()) {
            if (isChatter(Run.of(sentence))) {
                return Optional.of(Flaw.of(TextCode.UNNECESSARY_DETAIL, sentence));
            }
        }
        return isRetold(passage)
                ? Optional.of(Flaw.of(TextCode.UNNECESSARY_DETAIL, passage))
                : Optional.empty();
    }

    private static boolean isChatter(Run run) {
        Set<String> topics = ENGLISH.words("chatter words");
        long words = run.words().stream().filter(word -> topics.contains(word.low())).count();
        long phrases = ENGLISH.phrases("chatter").all(run).size();
        return phrases > 0 && words > 0 || words > 2 || phrases > 1;
    }

    /// "He said … then I said … and he said …"
    private static boolean isRetold(Passage passage) {
        int turns = 0;
        String last = "";
        List<Token> words = passage.words();
        for (int at = 1; at < words.size(); at++) {
            if (SAID.contains(words.get(at).low())) {
                String who = words.get(at - 1).low();
                boolean speaker =
                        who.equals("i")
                                || who.equals("we")
                                || ENGLISH.words("pronoun").contains(who)
                                || ENGLISH.words("customer").contains(who)
                                || who.equals("then");
                if (speaker && !who.equals(last)) {
                    turns++;
                    last = who;
                }
            }
        }
        return turns >= TURNS_RETOLD;
    }
}

package io.chatkeeper.sop.text;

/// What can be wrong with a text.
public enum TextCode {
    /// There is no word in it.
    EMPTY,
    /// A note of one word (R63).
    ONE_WORD,
    /// A note of a few words that tell no story (R64).
    TOO_SHORT,
    /// A note that does not say what the customer wanted (R61).
    MISSING_CONCERN,
    /// A note that does not say what was done (R61).
    MISSING_ACTION,
    /// A note that leaves something open, without an owner, a next step or a time (R61).
    MISSING_FOLLOW_UP,
    /// Insult, sarcasm, contempt, coarse words (R65, R71).
    UNPROFESSIONAL,
    /// Chatter, or a retelling word by word (R66).
    UNNECESSARY_DETAIL,
    /// A full card number, social security number or password.
    SENSITIVE_DATA,
    /// A sentence in capitals (R85).
    SHOUTING,
    /// A sentence that begins in small letters, or capitals inside a word.
    CAPITALIZATION,
    /// The reader is refused, brushed off or ordered about (R71-R74).
    DISMISSIVE,
    /// The reader is reproached (R84).
    BLAMING,
    /// A bare reply of one word (R87).
    ABRUPT,
    /// An insiders' term that is not explained (R78).
    JARGON,
    /// An outcome is guaranteed (R77).
    PROMISE,
    /// A lead is asked nothing (R82).
    NO_QUESTION,
    /// A request without a client id (R102).
    MISSING_CLIENT_ID,
    /// A request without a usable reason, or a form with a blank field (R83, R102).
    MISSING_DETAIL,
    /// A first message without the customer's name (R17).
    NO_GREETING_NAME
}

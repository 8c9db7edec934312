package io.chatkeeper.contract;

/// Text that a person made: a message, a note, a name, an e-mail address. An object on the wire, so
/// that a sealed form can follow without a new version of every event. Never logged.
public record PersonalText(String plain) {
    /// The text without surrounding white space.
    public static PersonalText of(String plain) {
        return new PersonalText(plain.strip());
    }

    /// Hides the text from logs and exception messages.
    @Override
    public String toString() {
        return "PersonalText[" + plain.length() + " characters]";
    }
}

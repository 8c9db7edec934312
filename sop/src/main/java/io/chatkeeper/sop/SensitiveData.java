package io.chatkeeper.sop;

/// What must not stand in a text: full card numbers, full social security numbers, passwords. Last
/// four digits, and long numbers that the text calls something else, stay.
public final class SensitiveData {
    /// What stands in place of what was hidden.
    static final String MASK = "••••";

    private SensitiveData() {}

    /// The text with every secret hidden; of a card number the last four digits stay. Masking again
    /// changes nothing.
    public static String mask(String text) {
        return PasswordMask.mask(SocialSecurityMask.mask(CardMask.mask(text)));
    }

    /// Whether there is something to hide.
    public static boolean found(String text) {
        return !mask(text).equals(text);
    }
}

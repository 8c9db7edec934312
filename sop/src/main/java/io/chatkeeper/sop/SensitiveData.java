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
        int digits = digits(text);
        String masked = digits < CardMask.SHORTEST ? text : CardMask.mask(text);
        masked = digits < SocialSecurityMask.DIGITS ? masked : SocialSecurityMask.mask(masked);
        return PasswordMask.mayConcern(masked) ? PasswordMask.mask(masked) : masked;
    }

    /// Nearly every text has too few digits for any secret, and counting them is cheap.
    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isDigit(text.codePointAt(i))) {
                digits++;
            }
        }
        return digits;
    }

    /// Whether there is something to hide.
    public static boolean found(String text) {
        return !mask(text).equals(text);
    }
}

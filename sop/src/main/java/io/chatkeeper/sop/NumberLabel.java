package io.chatkeeper.sop;

import java.util.regex.Pattern;

/// What a text calls the number that follows.
enum NumberLabel {
    CARD,
    OTHER,
    NONE;

    /// How far before a number its name is looked for.
    private static final int REACH = 60;

    private static final String JOINERS =
            "(?:[\\s:=#.,()\"'-]|\\b(?:numbers?|num|no|nr|id|code|ref|is|was|it's|the|of|a|an"
                    + "|for)\\b)*$";
    private static final Pattern CARD_NAME =
            Pattern.compile(
                    "(?i)\\b(?:(?:credit|debit|bank) ?)?(?:cards?|visa|master ?card|amex"
                            + "|american express|discover|maestro|cc|pan)"
                            + JOINERS);
    private static final Pattern OTHER_NAME =
            Pattern.compile(
                    "(?i)\\b(?:tracking|parcel|package|shipment|shipping|consignment|waybill|awb"
                            + "|usps|ups|fedex|dhl|imei|iccid|sim|serial|barcode|ean|gtin|isbn"
                            + "|order|invoice|reference|ref|case|ticket|claim|policy|part|sku|item"
                            + "|model|meter|iban|transaction|confirmation|booking|quote|vin)"
                            + JOINERS);

    static NumberLabel before(String text, int start) {
        String lead = text.substring(Math.max(0, start - REACH), start);
        if (CARD_NAME.matcher(lead).find()) {
            return CARD;
        }
        return OTHER_NAME.matcher(lead).find() ? OTHER : NONE;
    }
}

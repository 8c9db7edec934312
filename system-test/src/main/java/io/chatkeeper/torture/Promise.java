package io.chatkeeper.torture;

/// The promises, by number.
enum Promise {
    P1("acknowledged is durable"),
    P2("once"),
    P3("in order"),
    P4("nothing is skipped"),
    P5("state is a fold"),
    P6("refused leaves no trace"),
    P7("timers fire once, never early"),
    P8("poison does not block"),
    P9("no path around a rule"),
    REST("an answer in time, and when to come again");

    private final String words;

    Promise(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return this == REST ? words : name() + " (" + words + ")";
    }
}

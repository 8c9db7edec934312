package io.chatkeeper.contract;

/// One published version of an SOP, written `tidio-loan@3`.
public record SopRef(String id, int version) {
    /// Reads the form that `toString` writes.
    ///
    /// @throws IllegalArgumentException if the text has no `@` or no number behind it
    public static SopRef parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException("not an SOP version: " + text);
        }
        return new SopRef(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return id + "@" + version;
    }
}

package io.chatkeeper.sop;

/// Something in an SOP file that has to be put right.
///
/// @param line counted from 1
/// @param column counted from 1
/// @param path where it is, such as `clocks.first-reply.warn`
public record SopFault(int line, int column, String path, String message) {
    @Override
    public String toString() {
        return "line "
                + line
                + ", column "
                + column
                + ": "
                + (path.isEmpty() ? "" : path + ": ")
                + message;
    }
}

package io.chatkeeper.contract;

/// The names of streams: a kind, a hyphen, and the id of the thing.
public final class StreamId {
    private StreamId() {}

    /// A chat's id is its stream id already: `chat-…`.
    public static String chat(String chatId) {
        return chatId;
    }

    /// The stream of an agent.
    public static String agent(String agentId) {
        return "agent-" + agentId;
    }

    /// The stream of a desk.
    public static String desk(String deskId) {
        return "desk-" + deskId;
    }

    /// The stream of all clocks of one subject, for instance of a chat.
    public static String clock(String subject) {
        return "clock-" + subject;
    }

    /// The stream of the notes of one chat.
    public static String notes(String chatId) {
        return "notes-" + chatId;
    }

    /// The stream of an SOP's published versions.
    public static String sop(String sopId) {
        return "sop-" + sopId;
    }

    /// What stands before the first hyphen: `chat`, `agent`, `desk`, `clock`, `notes` or `sop`.
    public static String kind(String streamId) {
        int hyphen = streamId.indexOf('-');
        return hyphen < 0 ? streamId : streamId.substring(0, hyphen);
    }

    /// What stands behind the first hyphen.
    public static String subject(String streamId) {
        return streamId.substring(streamId.indexOf('-') + 1);
    }
}

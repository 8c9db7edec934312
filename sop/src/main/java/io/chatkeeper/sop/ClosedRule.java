package io.chatkeeper.sop;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What becomes of a chat that comes to a desk outside its hours. At least one of the two is there.
///
/// @param elsewhere the desk of the same file that the chat goes to, if that one is open
/// @param leaveMessage how a message is left while no desk on the way is open; null if none can be
///   left here
public record ClosedRule(@Nullable String elsewhere, @Nullable LeaveMessage leaveMessage) {
    /// A message that is answered once the desk has opened.
    ///
    /// @param followUp how much working time the desk has for its answer, from its opening on
    /// @param text what the customer is told, with `{opens}`, and if they like `{time}` and
    ///   `{reference}`
    public record LeaveMessage(Duration followUp, String text) {
        static final String USUAL_TEXT =
                "We're closed until {opens}. Leave a message and we'll answer by {time}. Your"
                        + " reference is {reference}.";

        private static final DateTimeFormatter DAY_AND_TIME =
                DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm (zzz)", Locale.ENGLISH);

        /// The words for the customer, with times as the desk's own clock shows them.
        public String words(Instant opensAt, Instant answerBy, ZoneId zone, String reference) {
            return Placeholders.fill(
                    text,
                    Map.of(
                            "opens", DAY_AND_TIME.format(opensAt.atZone(zone)),
                            "time", DAY_AND_TIME.format(answerBy.atZone(zone)),
                            "reference", reference));
        }
    }

    static Shape shape() {
        return SopShape.section(
                SopShape.may("elsewhere", SopShape.NAME),
                SopShape.may(
                        "leaveMessage",
                        SopShape.section(
                                SopShape.must("followUp", SopShape.TIME),
                                SopShape.may("text", SopShape.PROSE))));
    }

    static ClosedRule of(Yaml closed) {
        return new ClosedRule(
                closed.text("elsewhere").orElse(null),
                closed.at("leaveMessage").map(ClosedRule::leaveMessage).orElse(null));
    }

    private static LeaveMessage leaveMessage(Yaml leave) {
        return new LeaveMessage(
                Duration.parse(leave.text("followUp").orElseThrow()),
                leave.text("text").map(String::strip).orElse(LeaveMessage.USUAL_TEXT));
    }
}

package io.chatkeeper.bench.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Holds what a client knows of one stream against what is stored of it.
public final class StreamCheck {
    private StreamCheck() {}

    /// @param sent the commands in the order of sending
    /// @param stored the entries in the order of the journal; a command may have several in a row
    public static Verdict of(List<String> sent, Ledger ledger, List<Stored> stored) {
        Map<String, Long> last = new HashMap<>();
        long doubled = 0;
        long reordered = 0;
        String before = "";
        for (int i = 0; i < stored.size(); i++) {
            Stored entry = stored.get(i);
            reordered += entry.sequence() == i + 1 ? 0 : 1;
            doubled += !entry.command().equals(before) && last.containsKey(entry.command()) ? 1 : 0;
            last.put(entry.command(), entry.sequence());
            before = entry.command();
        }
        return places(sent, ledger, last).and(new Verdict(0, 0, doubled, reordered));
    }

    private static Verdict places(List<String> sent, Ledger ledger, Map<String, Long> last) {
        long checked = 0;
        long lost = 0;
        long reordered = 0;
        long reached = 0;
        for (String command : sent) {
            Long place = last.get(command);
            boolean acknowledged = ledger.isAcknowledged(command);
            checked += acknowledged ? 1 : 0;
            if (place == null) {
                lost += acknowledged ? 1 : 0;
            } else {
                boolean told = !acknowledged || ledger.sequenceOf(command) == place;
                reordered += place > reached && told ? 0 : 1;
                reached = Math.max(reached, place);
            }
        }
        return new Verdict(checked, lost, 0, reordered);
    }
}

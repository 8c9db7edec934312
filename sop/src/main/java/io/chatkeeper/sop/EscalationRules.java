package io.chatkeeper.sop;

import io.chatkeeper.contract.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why a chat may go up the ladder, who stands on it, and what the customer is told (R88-R96).
///
/// @param timeline by when the customer hears again, where the escalation names no other time
/// @param contact whom the customer can reach, where the escalation names nobody else
/// @param startAt the rung at which a trigger begins, where it is not the first one
/// @param helpFirst whether somebody helps before anybody takes over (R100)
/// @param message the text for the customer, with `{time}`, `{contact}` and `{reference}`
public record EscalationRules(
        Set<String> triggers,
        List<Role> ladder,
        Duration timeline,
        String contact,
        String message,
        Map<String, Role> startAt,
        boolean helpFirst) {
    /// Keeps the file's order and lets nobody change what was read.
    public EscalationRules {
        triggers = Ordered.copy(triggers);
        ladder = List.copyOf(ladder);
        startAt = Ordered.copy(startAt);
    }

    /// The rung an escalation goes to: the first one when nobody has been asked yet, otherwise the
    /// one above; who stands at the top stays there (R92).
    public Role next(@Nullable Role reached) {
        if (reached == null) {
            return ladder.getFirst();
        }
        return ladder.stream()
                .filter(rung -> rung != reached && rung.ranksAtLeast(reached))
                .findFirst()
                .orElseGet(ladder::getLast);
    }

    /// The same for a trigger that may begin higher than at the first rung.
    public Role next(String trigger, @Nullable Role reached) {
        Role next = next(reached);
        Role start = startAt.get(trigger);
        return start != null && !next.ranksAtLeast(start) ? start : next;
    }

    /// The message to the customer with its places filled in (R95, R96).
    public String messageFor(String time, String contact, String reference) {
        return Placeholders.fill(
                message, Map.of("time", time, "contact", contact, "reference", reference));
    }
}

package io.chatkeeper.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// P9: whatever path a command took, only the responsible agent spoke, and nobody to a closed chat.
final class RuleCheck implements Check {
    private static final Set<String> NOT_AGENTS = Set.of("system", "visitor");

    @Override
    public Stream<Broken> of(Evidence evidence) {
        return evidence.logs().values().stream().flatMap(RuleCheck::against);
    }

    private static Stream<Broken> against(List<Entry> log) {
        List<Broken> broken = new ArrayList<>();
        Fold fold = new Fold();
        for (Entry entry : log) {
            if (entry.is(Act.MESSAGE)) {
                boolean agent = !NOT_AGENTS.contains(entry.sender());
                if (agent && !entry.sender().equals(fold.responsible())) {
                    broken.add(
                            Broken.of(
                                    Promise.P9,
                                    entry,
                                    entry.sender()
                                            + " spoke where "
                                            + fold.responsible()
                                            + " is responsible"));
                }
                if (fold.state().equals("closed") && !entry.sender().equals("system")) {
                    broken.add(Broken.of(Promise.P9, entry, "spoken to a closed chat"));
                }
            }
            fold.take(entry);
        }
        return broken.stream();
    }
}

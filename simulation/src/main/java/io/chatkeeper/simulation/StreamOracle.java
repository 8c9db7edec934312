package io.chatkeeper.simulation;

import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.HashChain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One stream of the journal: without gaps, chained, every command once, every record in its turn,
/// every policy forward only.
record StreamOracle(String stream, List<Entry> entries) {
    private record Step(long sequence, int index) {}

    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        Set<String> finished = new HashSet<>();
        Map<String, Step> policies = new HashMap<>();
        Map<Integer, Long> offsets = new HashMap<>();
        String hash = HashChain.START;
        String current = "";
        long sequence = 0;
        for (Entry entry : entries) {
            if (entry.sequence() != ++sequence) {
                complaints.add("[order] gap in " + stream + " at " + sequence);
            }
            hash = HashChain.next(hash, entry.chained(""));
            if (!hash.equals(entry.hash())) {
                complaints.add("[order] broken chain in " + stream + " at " + sequence);
            }
            if (!entry.commandId().equals(current)) {
                finished.add(current);
                current = entry.commandId();
                if (finished.contains(current)) {
                    complaints.add("[once] " + current + " twice in " + stream);
                }
                policy(policies, entry, complaints);
                source(offsets, entry, complaints);
            }
        }
        return complaints;
    }

    private void policy(Map<String, Step> policies, Entry entry, List<String> complaints) {
        Entry.Origin origin = entry.origin();
        if (origin == null) {
            return;
        }
        var step = new Step(origin.sequence(), origin.index());
        Step before = policies.put(origin.policy() + " " + origin.streamId(), step);
        boolean forward =
                before == null
                        || step.sequence > before.sequence
                        || step.sequence == before.sequence && step.index > before.index;
        if (!forward) {
            complaints.add("[once] policy goes back in " + stream + ": " + origin);
        }
    }

    private void source(Map<Integer, Long> offsets, Entry entry, List<String> complaints) {
        Long before = offsets.put(entry.source().partition(), entry.source().offset());
        if (before != null && before >= entry.source().offset()) {
            complaints.add("[order] " + stream + " was decided out of its topic's order");
        }
    }
}

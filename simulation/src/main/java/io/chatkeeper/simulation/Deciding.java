package io.chatkeeper.simulation;

import io.chatkeeper.contract.SopRef;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.axon.AxonDecisions;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.sop.Sops;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// Aggregates set up the Axon way, which takes long and keeps no state: a process borrows them for
/// its life, with a register of SOP versions of its own.
final class Deciding {
    static final JsonMapper JSON = Json.mapper();
    private static final Map<String, ArrayDeque<Deciding>> FREE = new TreeMap<>();

    private final String service;
    private final Known known = new Known();
    private final AxonDecisions decisions;

    private Deciding(Service service) {
        this.service = service.name();
        this.decisions = new AxonDecisions(service.rooms(), List.of(known), JSON);
    }

    static Deciding borrow(Service service) {
        Deciding free = FREE.computeIfAbsent(service.name(), _ -> new ArrayDeque<>()).poll();
        Deciding borrowed = free == null ? new Deciding(service) : free;
        borrowed.known.register = new SopRegister();
        return borrowed;
    }

    void giveBack() {
        FREE.get(service).add(this);
    }

    AxonDecisions decisions() {
        return decisions;
    }

    SopRegister register() {
        return known.register;
    }

    private static final class Known implements Sops {
        private SopRegister register = new SopRegister();

        @Override
        public Sop get(SopRef ref) {
            return register.get(ref);
        }

        @Override
        public Optional<Sop> newest(String sopId) {
            return register.newest(sopId);
        }

        @Override
        public Optional<Sop> ownerOfDesk(String deskId) {
            return register.ownerOfDesk(deskId);
        }
    }
}

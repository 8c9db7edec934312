package io.chatkeeper.sop;

import io.chatkeeper.contract.SopRef;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Every version this process knows, in memory. Safe for any number of threads; grows only by
/// publishing, and a version is never taken back.
public final class SopRegister implements Sops {
    private final Map<SopRef, Sop> versions = new ConcurrentHashMap<>();
    private final Map<String, Sop> newest = new ConcurrentHashMap<>();

    /// Makes a version known. Adding the same text again changes nothing.
    ///
    /// @throws IllegalStateException if this version is known with another text
    public void add(Sop sop) {
        Sop known = versions.putIfAbsent(sop.ref(), sop);
        if (known != null && !known.source().equals(sop.source())) {
            throw new IllegalStateException(sop.ref() + " was published with another text");
        }
        newest.merge(
                sop.ref().id(),
                sop,
                (one, other) -> one.ref().version() >= other.ref().version() ? one : other);
    }

    @Override
    public Sop get(SopRef ref) {
        Sop sop = versions.get(ref);
        if (sop == null) {
            throw new UnknownSopVersion(ref);
        }
        return sop;
    }

    @Override
    public Optional<Sop> newest(String sopId) {
        return Optional.ofNullable(newest.get(sopId));
    }

    /// Where two newest versions own the desk, which `deskClashes` would have told, the first id.
    @Override
    public Optional<Sop> ownerOfDesk(String deskId) {
        return inForce().filter(sop -> sop.desks().containsKey(deskId)).findFirst();
    }

    /// What would be wrong with the desks if this version came into force: one line for each desk
    /// that the newest version of another procedure owns already.
    public List<String> deskClashes(Sop candidate) {
        return inForce()
                .filter(sop -> !sop.ref().id().equals(candidate.ref().id()))
                .flatMap(sop -> clashes(candidate, sop))
                .toList();
    }

    private static Stream<String> clashes(Sop candidate, Sop owner) {
        return candidate.desks().keySet().stream()
                .filter(owner.desks()::containsKey)
                .map(desk -> "desk " + desk + " belongs to " + owner.ref().id());
    }

    /// Every known version of a procedure, the oldest first.
    public List<Sop> history(String sopId) {
        return versions.values().stream()
                .filter(sop -> sop.ref().id().equals(sopId))
                .sorted(Comparator.comparing(sop -> sop.ref().version()))
                .toList();
    }

    /// The newest version of every procedure, by id.
    public Stream<Sop> inForce() {
        return newest.values().stream().sorted(Comparator.comparing(sop -> sop.ref().id()));
    }
}

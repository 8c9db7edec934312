package io.chatkeeper.pipeline.axon;

import io.chatkeeper.pipeline.lanes.LaneStream;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/// What one unit of work is about: the stream, and the events the command in hand has applied so
/// far.
final class TurnScope {
    private static final String KEY = TurnScope.class.getName();

    private final LaneStream stream;
    private List<EventMessage<?>> applied = new ArrayList<>();

    TurnScope(LaneStream stream) {
        this.stream = stream;
    }

    /// The scope of the unit of work that is open on this thread.
    ///
    /// @throws IllegalStateException outside a unit of work: every decision runs inside one
    static TurnScope current() {
        TurnScope scope = CurrentUnitOfWork.get().root().getResource(KEY);
        if (scope == null) {
            throw new IllegalStateException("a decision outside its turn");
        }
        return scope;
    }

    void enter() {
        CurrentUnitOfWork.get().root().resources().put(KEY, this);
    }

    LaneStream stream() {
        return stream;
    }

    void add(List<? extends EventMessage<?>> events) {
        applied.addAll(events);
    }

    List<EventMessage<?>> takeApplied() {
        List<EventMessage<?>> taken = applied;
        applied = new ArrayList<>();
        return taken;
    }
}

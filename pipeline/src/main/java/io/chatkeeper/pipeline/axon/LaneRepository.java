package io.chatkeeper.pipeline.axon;

import java.util.concurrent.Callable;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;

/// Axon's event sourcing repository, which keeps the built aggregate with the lane's stream: the
/// next turn goes on with it, and it is gone when the stream is forgotten.
final class LaneRepository<T> extends EventSourcingRepository<T> {
    LaneRepository(Builder<T> builder) {
        super(builder);
    }

    @Override
    @SuppressWarnings("unchecked") // Only this repository keeps aggregates of its own type there.
    protected EventSourcedAggregate<T> doLoadWithLock(String id, Long expectedVersion) {
        Object kept = TurnScope.current().stream().aggregate();
        if (kept != null) {
            return (EventSourcedAggregate<T>) kept;
        }
        EventSourcedAggregate<T> loaded = super.doLoadWithLock(id, expectedVersion);
        TurnScope.current().stream().keep(loaded);
        return loaded;
    }

    @Override
    protected EventSourcedAggregate<T> doCreateNewForLock(Callable<T> factory) throws Exception {
        EventSourcedAggregate<T> created = super.doCreateNewForLock(factory);
        TurnScope.current().stream().keep(created);
        return created;
    }
}

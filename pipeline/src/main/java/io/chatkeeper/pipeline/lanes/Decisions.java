package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.SopRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The port behind which aggregates decide. The Axon driver is the only one in production.
public interface Decisions {
    /// Runs the commands of one turn in one unit of work.
    <R> R inOneUnitOfWork(LaneStream stream, java.util.function.Function<Turn, R> work);

    /// The state of a stream's aggregate, for a snapshot. Its shape is that of [#shapeOf].
    State stateOf(LaneStream stream);

    /// Names the classes and rules that the states of this stream are made with: a snapshot of
    /// another shape says nothing here.
    String shapeOf(String streamId);

    /// An aggregate's state as JSON.
    record State(String shape, String json) {
        /// No aggregate has this shape.
        static final State NONE = new State("none", "");
    }

    /// A unit of work over one stream.
    interface Turn {
        /// Decides a command; its events have been applied to the aggregate when this returns.
        ///
        /// @throws Refused if the decision does not accept it; nothing has been applied then
        /// @throws RuntimeException if the command can't be read or the decision breaks
        Decided decide(CommandRecord command) throws Refused;
    }

    /// The events of one command as they will be stored, in order, with what the state says then.
    record Decided(List<Written> events, @Nullable SopRef sop, @Nullable Instant wakeAt) {}

    /// A stored event's wire name and JSON.
    record Written(String type, String json) {}
}

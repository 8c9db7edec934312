package io.chatkeeper.pipeline.axon;

import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import io.chatkeeper.pipeline.lanes.Decisions;
import io.chatkeeper.pipeline.lanes.LaneStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import tools.jackson.databind.json.JsonMapper;

/// Decides through Axon: one root unit of work a turn, one nested a command.
public final class AxonDecisions implements Decisions {
    private final Map<String, AxonRoom<?>> rooms;
    private final JsonMapper json;

    /// @param resources what command handlers may take as parameters besides the command
    public AxonDecisions(List<AggregateRoom<?, ?>> rooms, List<Object> resources, JsonMapper json) {
        this.json = json;
        this.rooms =
                rooms.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        AggregateRoom::streamKind,
                                        room -> new AxonRoom<>(room, resources)));
    }

    @Override
    public <R> R inOneUnitOfWork(LaneStream stream, Function<Turn, R> work) {
        return inScope(stream, scope -> work.apply(command -> decide(scope, command)));
    }

    @Override
    public State stateOf(LaneStream stream) {
        return inScope(stream, scope -> room(stream.id()).state(scope));
    }

    @Override
    public String shapeOf(String streamId) {
        AxonRoom<?> room = rooms.get(StreamId.kind(streamId));
        return room == null ? "" : room.shape();
    }

    private static <R> R inScope(LaneStream stream, Function<TurnScope, R> work) {
        UnitOfWork<?> root = DefaultUnitOfWork.startAndGet(null);
        try {
            TurnScope scope = new TurnScope(stream);
            scope.enter();
            R result = work.apply(scope);
            root.commit();
            return result;
        } catch (RuntimeException | Error e) {
            if (root.isActive()) {
                root.rollback(e);
            }
            throw e;
        }
    }

    private Decided decide(TurnScope scope, CommandRecord record) throws Refused {
        AxonRoom<?> room = room(record.streamId());
        Command command = read(record);
        var message =
                GenericCommandMessage.<Command>asCommandMessage(command)
                        .andMetaData(
                                Map.of(
                                        DecisionParameter.KEY,
                                        new Decision(
                                                record.at(), record.actor(), record.commandId()),
                                        AxonRoom.TARGET,
                                        record.streamId()));
        UnitOfWork<?> nested = DefaultUnitOfWork.startAndGet(message);
        try {
            room.handle(message);
            nested.commit();
        } catch (Exception e) {
            nested.rollback(e);
            scope.takeApplied();
            throw refusedOrBroken(e);
        }
        return room.decided(scope, room.written(scope.takeApplied()));
    }

    private AxonRoom<?> room(String streamId) {
        AxonRoom<?> room = rooms.get(StreamId.kind(streamId));
        if (room == null) {
            throw new IllegalArgumentException("no such stream here");
        }
        return room;
    }

    /// A refusal is expected; whatever else comes out of a handler is a bug.
    private static Refused refusedOrBroken(Exception e) {
        Throwable cause = e;
        while (cause != null) {
            if (cause instanceof Refused refused) {
                return refused;
            }
            cause = cause.getCause();
        }
        throw e instanceof RuntimeException bug ? bug : new IllegalStateException(e);
    }

    private Command read(CommandRecord record) {
        Class<? extends Command> type =
                WireNames.commandClass(record.type())
                        .orElseThrow(() -> new IllegalArgumentException("no such command"));
        Command command = json.readValue(record.payload(), type);
        if (!command.streamId().equals(record.streamId())) {
            throw new IllegalArgumentException("the key is not the command's stream");
        }
        return command;
    }
}

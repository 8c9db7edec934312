package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.PublicChatEvent.RuleViolated;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Reply;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Breakers;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.WaitLimits;
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.Ids;
import io.chatkeeper.pipeline.OutgoingCommand;
import io.chatkeeper.pipeline.kafka.ReplyInbox;
import io.chatkeeper.pipeline.tracing.TracedRequests;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The way of every write: command onto the log, reply back (P1, P2). The command's id derives from
/// caller, route and idempotency key, so the same request is the same command, wherever it arrives.
public final class Writes {
    private static final int KEY_LENGTH = 200;
    private static final Duration REPLY_LIMIT = Duration.ofSeconds(5);

    /// What the log has not confirmed by then may still get there: nobody can say that nothing has
    /// happened.
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(5);

    private static final Duration AGENT_DEADLINE = Duration.ofSeconds(30);
    private static final Duration VISITOR_DEADLINE = Duration.ofMinutes(10);

    private final CommandSender sender;
    private final ReplyInbox inbox;
    private final Breakers breakers;
    private final WaitLimits limits;
    private final InstantSource clock;
    private final Supplier<String> randomKeys;

    /// @param randomKeys makes a key for a request that brought none
    public Writes(
            CommandSender sender,
            ReplyInbox inbox,
            Breakers breakers,
            WaitLimits limits,
            InstantSource clock,
            Supplier<String> randomKeys) {
        this.sender = sender;
        this.inbox = inbox;
        this.breakers = breakers;
        this.limits = limits;
        this.clock = clock;
        this.randomKeys = randomKeys;
    }

    /// Sends a command for a caller and waits for what becomes of it.
    ///
    /// @param route what the key is unique within, besides the caller
    /// @param key the request's `Idempotency-Key`, if it has one
    /// @param command made from the command's id, from which the ids in it derive
    /// @return the accepted reply; otherwise a [Problem]
    public Mono<Reply> send(
            Caller caller, String route, @Nullable String key, Function<String, Command> command) {
        return send(caller, commandId(caller, route, key), command);
    }

    /// The id of the command that a request stands for.
    public String commandId(Caller caller, String route, @Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > KEY_LENGTH)) {
            throw Problem.malformed("An idempotency key has 1 to " + KEY_LENGTH + " characters.");
        }
        return Ids.derived(caller.subject(), route, key == null ? randomKeys.get() : key)
                .toString();
    }

    Mono<Reply> send(Caller caller, String id, Function<String, Command> made) {
        return Mono.deferContextual(request -> {
            OutgoingCommand command =
                    outgoing(caller, id, made.apply(id), TracedRequests.current(request));
            Mono<Reply> reply =
                    limits.within(
                            REPLY_LIMIT, Mono.fromFuture(inbox.await(id, command.fingerprint())));
            return breakers.aroundReply(written(command).then(reply))
                    .onErrorMap(TimeoutException.class, _ -> unknown())
                    .map(Writes::accepted);
        });
    }

    private Mono<?> written(OutgoingCommand command) {
        // Sending may wait for the broker's metadata, and must not hold up an event loop.
        Mono<?> sent =
                Mono.fromFuture(() -> sender.send(command))
                        .subscribeOn(Schedulers.boundedElastic());
        return breakers.aroundProducing(limits.within(WRITE_LIMIT, sent))
                .onErrorMap(TimeoutException.class, _ -> unknown())
                .onErrorMap(e -> !(e instanceof Problem), _ -> notWritten());
    }

    private OutgoingCommand outgoing(
            Caller caller, String id, Command command, @Nullable String traceparent) {
        Duration life =
                switch (caller) {
                    case Caller.Visitor _ -> VISITOR_DEADLINE;
                    case Caller.Agent _ -> AGENT_DEADLINE;
                };
        return new OutgoingCommand(
                id,
                command,
                caller.actor(),
                id,
                null,
                sender.fingerprint(command),
                clock.instant().plus(life),
                inbox.address(),
                null,
                traceparent);
    }

    private static Reply accepted(Reply reply) {
        if (reply.refusal() != null) {
            throw Problem.of(reply.refusal());
        }
        reply.events().stream()
                .map(Recorded::event)
                .filter(RuleViolated.class::isInstance)
                .map(event -> ((RuleViolated) event).violations())
                .findFirst()
                .ifPresent(Writes::refuse);
        return reply;
    }

    /// A refusal that the procedure wanted to be recorded; for the caller it is one like any other.
    private static void refuse(List<Violation> violations) {
        throw Problem.of(Refusal.violating(violations));
    }

    private static Problem notWritten() {
        return Problem.later(
                HttpStatus.SERVICE_UNAVAILABLE,
                "log-unavailable",
                "The request could not be recorded. Nothing has happened; try again.",
                Duration.ofSeconds(2));
    }

    static Problem unknown() {
        return Problem.later(
                HttpStatus.GATEWAY_TIMEOUT,
                "outcome-unknown",
                "The request was recorded, but its outcome is not known yet. Ask again with the"
                        + " same idempotency key.",
                Duration.ofSeconds(1));
    }
}

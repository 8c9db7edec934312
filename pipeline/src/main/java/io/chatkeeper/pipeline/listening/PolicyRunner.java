package io.chatkeeper.pipeline.listening;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.Ids;
import io.chatkeeper.pipeline.OutgoingCommand;
import io.chatkeeper.pipeline.Policy;
import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.pipeline.journal.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs the policies of one topic: every event through every policy, every command safely on its
/// topic before the offsets are committed.
public final class PolicyRunner implements EventHandler {
    private static final long SEND_LIMIT_SECONDS = 30;

    private final List<Policy> policies;
    private final CommandSender sender;
    private final List<CompletableFuture<?>> sent = new ArrayList<>();

    public PolicyRunner(List<Policy> policies, CommandSender sender) {
        this.policies = List.copyOf(policies);
        this.sender = sender;
    }

    /// A batch that was broken off is sent again as a whole.
    @Override
    public void prepare(List<Recorded> batch) {
        sent.clear();
    }

    @Override
    public void handle(Recorded recorded) {
        for (Policy policy : policies) {
            List<? extends Command> commands = policy.reaction().apply(recorded);
            for (int i = 0; i < commands.size(); i++) {
                sent.add(sender.send(outgoing(policy, recorded.envelope(), commands.get(i), i)));
            }
        }
    }

    @Override
    public void finish() {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                    .get(SEND_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("sending was interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StoreUnavailable("commands not sent", e);
        } finally {
            sent.clear();
        }
    }

    private OutgoingCommand outgoing(Policy policy, Envelope cause, Command command, int index) {
        return new OutgoingCommand(
                Ids.derived(cause.id(), policy.name(), "" + index).toString(),
                command,
                switch (policy.actingAs()) {
                    case SYSTEM -> Actor.system(policy.name());
                    case ORIGINATOR -> cause.actor();
                },
                cause.correlationId(),
                cause.id(),
                sender.fingerprint(command),
                null,
                null,
                new Entry.Origin(policy.name(), cause.streamId(), cause.sequence(), index),
                cause.traceparent());
    }
}

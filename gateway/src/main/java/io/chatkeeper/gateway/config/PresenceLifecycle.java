package io.chatkeeper.gateway.config;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentCommand;
import io.chatkeeper.contract.AgentCommand.LoseConsole;
import io.chatkeeper.contract.AgentCommand.SeeConsole;
import io.chatkeeper.gateway.streams.Consoles;
import io.chatkeeper.gateway.streams.Consoles.Word;
import io.chatkeeper.gateway.streams.PresenceSettings;
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.OutgoingCommand;
import io.chatkeeper.pipeline.config.PipelineSettings;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Tells the agents' records which consoles this gateway sees. What follows, and when, is decided
/// there.
class PresenceLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PresenceLifecycle.class);
    private static final Actor PRESENCE = Actor.system("gateway.presence");

    private final Consoles consoles;
    private final CommandSender sender;
    private final PresenceSettings settings;
    private final String gateway;
    private @Nullable ScheduledExecutorService looking;

    PresenceLifecycle(
            Consoles consoles,
            CommandSender sender,
            PresenceSettings settings,
            PipelineSettings pipeline) {
        this.consoles = consoles;
        this.sender = sender;
        this.settings = settings;
        this.gateway = pipeline.instance();
    }

    @Override
    public void start() {
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("presence").daemon().factory());
        long millis = settings.lookEvery().toMillis();
        executor.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
        looking = executor;
    }

    private void look() {
        try {
            consoles.due().forEach(this::tell);
        } catch (RuntimeException e) {
            LOG.warn("presence was not told: {}", e.toString());
        }
    }

    private void tell(Word word) {
        AgentCommand command =
                word.seen()
                        ? new SeeConsole(word.agentId(), gateway, settings.patience())
                        : new LoseConsole(word.agentId(), gateway);
        try {
            sender.send(outgoing(command))
                    .whenComplete((_, failure) -> {
                        if (failure != null) {
                            consoles.failed(word);
                        }
                    });
        } catch (RuntimeException e) {
            consoles.failed(word);
            throw e;
        }
    }

    /// The same is told again and again, and each time it is meant.
    private OutgoingCommand outgoing(AgentCommand command) {
        String id = UUID.randomUUID().toString();
        String fingerprint = sender.fingerprint(command);
        return new OutgoingCommand(
                id, command, PRESENCE, id, null, fingerprint, null, null, null, null);
    }

    /// Consoles come back to another gateway within the time of grace.
    @Override
    public void stop() {
        ScheduledExecutorService executor = looking;
        if (executor != null) {
            executor.shutdownNow();
            looking = null;
            try {
                consoles.farewell().forEach(this::tell);
            } catch (RuntimeException e) {
                LOG.info("consoles were left without a word: {}", e.toString());
            }
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }
}

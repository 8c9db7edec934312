package io.chatkeeper.pipeline.config;

import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.EvenClock;
import io.chatkeeper.pipeline.Policy;
import io.chatkeeper.pipeline.kafka.CommandFormat;
import io.chatkeeper.pipeline.kafka.CommandLoop;
import io.chatkeeper.pipeline.kafka.Graveyard;
import io.chatkeeper.pipeline.kafka.Partitioning;
import io.chatkeeper.pipeline.kafka.ServiceTopics;
import io.chatkeeper.pipeline.kafka.TopicSetup;
import io.chatkeeper.pipeline.lanes.Lanes;
import io.chatkeeper.pipeline.listening.PolicyRunner;
import io.chatkeeper.pipeline.wakeups.WakeUps;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;

/// Brings a service with aggregates to life: topics, wake-ups, command loop, policies; and takes it
/// down in the opposite order.
@Import(ListeningParts.class)
class PipelineLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineLifecycle.class);

    private final PipelineSettings settings;
    private final KafkaParts kafka;
    private final Admin admin;
    private final CommandFormat format;
    private final Lanes lanes;
    private final Graveyard graveyard;
    private final WakeUps wakeUps;
    private final ServiceTopics topics;
    private final List<Policy> policies;
    private final CommandSender sender;
    private final Partitioning partitioning;
    private final Clock clock;
    private final ListeningParts listening;
    private final FatalStop stop;
    private final Watchdog watchdog;
    private final Tracing tracing;
    private final List<AutoCloseable> running = new ArrayList<>();
    private volatile @Nullable CommandLoop loop;

    PipelineLifecycle(
            PipelineSettings settings,
            KafkaParts kafka,
            Admin admin,
            CommandFormat format,
            Lanes lanes,
            Graveyard graveyard,
            WakeUps wakeUps,
            ServiceTopics topics,
            List<Policy> policies,
            CommandSender sender,
            Partitioning partitioning,
            Clock clock,
            ListeningParts listening,
            FatalStop stop,
            Watchdog watchdog,
            Tracing tracing) {
        this.settings = settings;
        this.kafka = kafka;
        this.admin = admin;
        this.format = format;
        this.lanes = lanes;
        this.graveyard = graveyard;
        this.wakeUps = wakeUps;
        this.topics = topics;
        this.policies = policies;
        this.sender = sender;
        this.partitioning = partitioning;
        this.clock = clock;
        this.listening = listening;
        this.stop = stop;
        this.watchdog = watchdog;
        this.tracing = tracing;
    }

    @Override
    public void start() {
        TopicSetup setup = new TopicSetup(admin, settings.partitions(), settings.replication());
        setup.createMissing();
        running.add(listening.startSopFeed());
        wakeUps.start();
        CommandLoop commands =
                new CommandLoop(
                        kafka.consumers(settings.group(), "commands").createConsumer(),
                        topics.commands(),
                        setup.idOf(topics.commands()),
                        format,
                        tracing.around(lanes),
                        graveyard,
                        wakeUps,
                        partitioning,
                        settings.loopBounds(),
                        new EvenClock(clock, System::nanoTime),
                        Thread.ofPlatform().name("commands-" + topics.commands()).factory(),
                        stop);
        commands.start();
        loop = commands;
        running.add(commands);
        running.add(watchdog.watch("commands", () -> !commands.isChanging(), commands::rounds));
        running.add(watchdog.watch("lanes", () -> lanes.depth().lanes() > 0, lanes::turns));
        startPolicies();
        LOG.info(
                "pipeline started: service={} instance={}",
                settings.service(),
                settings.instance());
    }

    private void startPolicies() {
        Map<String, List<Policy>> byTopic =
                policies.stream().collect(Collectors.groupingBy(Policy::topic));
        byTopic.forEach((topic, reactions) ->
                running.add(
                        listening.listen(
                                settings.listeningGroup(topic),
                                List.of(topic),
                                new PolicyRunner(reactions, sender),
                                gather(reactions))));
    }

    private Duration gather(List<Policy> reactions) {
        return reactions.stream().anyMatch(Policy::hurried)
                ? settings.gather()
                : settings.gatherUnhurried();
    }

    @Override
    public void stop() {
        for (AutoCloseable part : running.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("a part did not stop cleanly", e);
            }
        }
        running.clear();
        loop = null;
    }

    /// Also of one whose start broke off: what it had started is stopped then, or its threads would
    /// keep the process alive without a service in it.
    @Override
    public boolean isRunning() {
        return !running.isEmpty();
    }

    /// Commands on our partitions that have not been taken yet.
    long lag() {
        CommandLoop commands = loop;
        return commands == null ? 0 : commands.lag();
    }

    /// Whether commands are being taken and all SOP versions are known.
    boolean isReady() {
        CommandLoop commands = loop;
        return commands != null && commands.isOwning() && listening.isCaughtUp();
    }
}

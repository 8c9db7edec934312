package io.chatkeeper.pipeline.config;

import io.chatkeeper.pipeline.Pause;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.kafka.Graveyard;
import io.chatkeeper.pipeline.kafka.Handled;
import io.chatkeeper.pipeline.kafka.SopFeed;
import io.chatkeeper.pipeline.kafka.Tail;
import io.chatkeeper.pipeline.listening.EventHandler;
import io.chatkeeper.pipeline.listening.EventListening;
import io.chatkeeper.pipeline.listening.Parking;
import io.chatkeeper.sop.SopRegister;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/// Starts what listens: containers that take batches of events to a handler, and the feed of SOPs.
@Import({InternalCallsConfig.class, ListeningHealth.class, ParkedEndpoint.class})
public class ListeningParts {
    private static final long RETRY_MILLIS = 500;
    private static final long IDLE_MILLIS = 2_000;

    private static final int EVENTS_AT_ONCE = 2_000;

    /// A batch of this size is part of a backlog, which has no need to gather.
    private static final int BACKLOG = 100;

    private final PipelineSettings settings;
    private final KafkaParts kafka;
    private final EventFormat format;
    private final Parking parking;
    private final Handled handled;
    private final Graveyard graveyard;
    private final SopRegister sops;
    private final FatalStop stop;
    private final Watchdog watchdog;
    private final MeterRegistry registry;
    private final Tracing tracing;
    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers =
            new CopyOnWriteArrayList<>();
    private volatile @Nullable Tail feed;

    ListeningParts(
            PipelineSettings settings,
            KafkaParts kafka,
            EventFormat format,
            Parking parking,
            Handled handled,
            Graveyard graveyard,
            SopRegister sops,
            FatalStop stop,
            Watchdog watchdog,
            MeterRegistry registry,
            Tracing tracing) {
        this.settings = settings;
        this.kafka = kafka;
        this.format = format;
        this.parking = parking;
        this.handled = handled;
        this.graveyard = graveyard;
        this.sops = sops;
        this.stop = stop;
        this.watchdog = watchdog;
        this.registry = registry;
        this.tracing = tracing;
    }

    /// Gives the events of these topics to the handler until closed. A handler is never called from
    /// two threads.
    ///
    /// @param gather how long the events behind a small batch are let gather; zero where somebody
    ///   waits for what the handler does
    public AutoCloseable listen(
            String group, List<String> topics, EventHandler handler, Duration gather) {
        return start(group, topics, purposeOf(topics), handler, gather);
    }

    /// The same with several handlers side by side, which share the partitions.
    public AutoCloseable listen(
            String group, List<String> topics, int threads, Supplier<EventHandler> handlers) {
        List<AutoCloseable> started = new ArrayList<>();
        for (int thread = 1; thread <= threads; thread++) {
            String purpose = purposeOf(topics) + (thread == 1 ? "" : "-" + thread);
            started.add(start(group, topics, purpose, handlers.get(), settings.gather()));
        }
        return () -> {
            for (AutoCloseable one : started) {
                one.close();
            }
        };
    }

    /// The name under which a group parks what it could not handle of these topics.
    public static String parkingName(String group, List<String> topics) {
        return group + "/" + purposeOf(topics);
    }

    private static String purposeOf(List<String> topics) {
        return String.join("-", topics);
    }

    private AutoCloseable start(
            String group,
            List<String> topics,
            String purpose,
            EventHandler handler,
            Duration gather) {
        var listening =
                new EventListening(
                        parkingName(group, topics),
                        format,
                        tracing.around(handler, group),
                        parking,
                        graveyard);
        var container =
                new ConcurrentMessageListenerContainer<>(
                        kafka.consumers(group, purpose, EVENTS_AT_ONCE),
                        properties(group, topics, gathering(group, listening, gather), listening));
        container.setConcurrency(1);
        container.setBeanName(settings.service() + "-" + purpose);
        container.setCommonErrorHandler(untilItWorks());
        container.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerIdleEvent) {
                listening.onIdle();
            }
        });
        container.start();
        containers.add(container);
        AutoCloseable watched = watchdog.watch(purpose, listening::isHandling, listening::moves);
        List<Meter> figures =
                List.of(lagOf(container, group, purpose), parkedOf(listening, group, purpose));
        return () -> {
            watched.close();
            figures.forEach(registry::remove);
            containers.remove(container);
            container.stop();
        };
    }

    private Meter parkedOf(EventListening listening, String group, String purpose) {
        return Gauge.builder("chatkeeper.parked.streams", listening, EventListening::parkedStreams)
                .description("Streams of our partitions that wait for somebody to mend them")
                .tag("group", group)
                .tag("purpose", purpose)
                .register(registry);
    }

    private Meter lagOf(
            ConcurrentMessageListenerContainer<String, byte[]> container,
            String group,
            String purpose) {
        return Gauge.builder("chatkeeper.consumer.lag", container, ListeningParts::lag)
                .description("Records on our partitions that have not been taken yet")
                .tag("group", group)
                .tag("purpose", purpose)
                .register(registry);
    }

    /// As the consumer saw it during the last half minute; nothing while it has read nothing.
    private static double lag(ConcurrentMessageListenerContainer<String, byte[]> container) {
        return container.metrics().values().stream()
                .flatMap(metrics -> metrics.entrySet().stream())
                .filter(metric -> metric.getKey().name().equals("records-lag-max"))
                .map(metric -> metric.getValue().metricValue())
                .mapToDouble(value -> value instanceof Double lag && !lag.isNaN() ? lag : 0)
                .max()
                .orElse(0);
    }

    /// Poison has been set aside before: what fails here is worth a try for ever, whatever it is,
    /// and nothing is passed over (P4).
    private static DefaultErrorHandler untilItWorks() {
        var handler =
                new DefaultErrorHandler(
                        new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    /// Handles a batch, and lets a few more events gather behind a small one while nobody waits for
    /// what is made of them: each batch costs broker, store and service the same, however small it
    /// is.
    private BatchMessageListener<String, byte[]> gathering(
            String group, EventListening listening, Duration gather) {
        return batch -> {
            listening.onMessage(batch);
            handled.took(group, batch);
            if (batch.size() < BACKLOG) {
                try {
                    handled.gather(gather, Pause.REAL);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    /// Idle events come on the consumer's thread, which a replay must have. Offsets are committed
    /// behind what is handled, and not for every batch: at a quiet rate a batch is one event, and a
    /// commit would cost more than its handling. What is handled again after a crash is recognised
    /// by its position.
    private ContainerProperties properties(
            String group,
            List<String> topics,
            BatchMessageListener<String, byte[]> taking,
            EventListening listening) {
        ContainerProperties properties = new ContainerProperties(topics.toArray(String[]::new));
        properties.setGroupId(group);
        properties.setMessageListener(taking);
        properties.setConsumerRebalanceListener(listening);
        properties.setAckMode(ContainerProperties.AckMode.TIME);
        properties.setAckTime(settings.listenedCommitEvery().toMillis());
        properties.setSyncCommits(false);
        properties.setMissingTopicsFatal(false);
        properties.setIdleEventInterval(IDLE_MILLIS);
        properties.setPollTimeout(settings.listenedCommitEvery().toMillis());
        return properties;
    }

    /// Whether everything that was started to listen still does.
    boolean isAlive() {
        return containers.stream().allMatch(ConcurrentMessageListenerContainer::isChildRunning);
    }

    /// Starts to learn SOP versions.
    public AutoCloseable startSopFeed() {
        Tail started = SopFeed.start(kafka.loner(), sops, stop);
        feed = started;
        return started;
    }

    /// Waits until all SOP versions published before the start are known.
    public void awaitCaughtUp() throws InterruptedException {
        while (!isCaughtUp()) {
            Thread.sleep(RETRY_MILLIS / 10);
        }
    }

    /// Whether all SOP versions published before the start are known.
    public boolean isCaughtUp() {
        Tail started = feed;
        return started != null && started.isCaughtUp();
    }
}

package io.chatkeeper.pipeline.config;

import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.kafka.Graveyard;
import io.chatkeeper.pipeline.kafka.SopFeed;
import io.chatkeeper.pipeline.kafka.Tail;
import io.chatkeeper.pipeline.listening.EventHandler;
import io.chatkeeper.pipeline.listening.EventListening;
import io.chatkeeper.pipeline.listening.Parking;
import io.chatkeeper.sop.SopRegister;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/// Starts what listens: containers that take batches of events to a handler, and the feed of SOPs.
public class ListeningParts {
    private static final long RETRY_MILLIS = 500;

    private final PipelineSettings settings;
    private final KafkaParts kafka;
    private final EventFormat format;
    private final Parking parking;
    private final Graveyard graveyard;
    private final SopRegister sops;
    private final FatalStop stop;
    private volatile @Nullable Tail feed;

    ListeningParts(
            PipelineSettings settings,
            KafkaParts kafka,
            EventFormat format,
            Parking parking,
            Graveyard graveyard,
            SopRegister sops,
            FatalStop stop) {
        this.settings = settings;
        this.kafka = kafka;
        this.format = format;
        this.parking = parking;
        this.graveyard = graveyard;
        this.sops = sops;
        this.stop = stop;
    }

    /// Gives the events of these topics to the handler until closed. One container a handler: a
    /// handler is never called from two threads.
    public AutoCloseable listen(String group, List<String> topics, EventHandler handler) {
        String purpose = String.join("-", topics);
        ContainerProperties properties = new ContainerProperties(topics.toArray(String[]::new));
        var listening =
                new EventListening(group + "/" + purpose, format, handler, parking, graveyard);
        properties.setGroupId(group);
        properties.setMessageListener(listening);
        properties.setConsumerRebalanceListener(listening);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMissingTopicsFatal(false);
        var container =
                new ConcurrentMessageListenerContainer<>(
                        kafka.consumers(group, purpose), properties);
        container.setConcurrency(1);
        container.setBeanName(settings.service() + "-" + purpose);
        container.setCommonErrorHandler(
                new DefaultErrorHandler(
                        new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
        container.start();
        return container::stop;
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

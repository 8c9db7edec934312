package io.chatkeeper.gateway.config;

import io.chatkeeper.contract.Topics;
import io.chatkeeper.gateway.streams.EventFeed;
import io.chatkeeper.pipeline.config.FatalStop;
import io.chatkeeper.pipeline.config.KafkaParts;
import io.chatkeeper.pipeline.config.PipelineSettings;
import io.chatkeeper.pipeline.config.Tracing;
import io.chatkeeper.pipeline.config.Watchdog;
import io.chatkeeper.pipeline.kafka.ReplyInbox;
import io.chatkeeper.pipeline.kafka.SopFeed;
import io.chatkeeper.pipeline.kafka.Tail;
import io.chatkeeper.pipeline.kafka.TopicSetup;
import io.chatkeeper.sop.SopRegister;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.SmartLifecycle;

/// Starts and stops what the gateway reads from Kafka: replies, and the feed of public events.
class GatewayLifecycle implements SmartLifecycle {
    private static final long EVENTS_BACK = 500;

    private final PipelineSettings settings;
    private final KafkaParts kafka;
    private final Admin admin;
    private final ReplyInbox inbox;
    private final EventFeed feed;
    private final SopRegister sops;
    private final FatalStop stop;
    private final Watchdog watchdog;
    private final Tracing tracing;
    private final List<Tail> tails = new ArrayList<>();

    GatewayLifecycle(
            PipelineSettings settings,
            KafkaParts kafka,
            Admin admin,
            ReplyInbox inbox,
            EventFeed feed,
            SopRegister sops,
            FatalStop stop,
            Watchdog watchdog,
            Tracing tracing) {
        this.settings = settings;
        this.kafka = kafka;
        this.admin = admin;
        this.inbox = inbox;
        this.feed = feed;
        this.sops = sops;
        this.stop = stop;
        this.watchdog = watchdog;
        this.tracing = tracing;
    }

    @Override
    public void start() {
        new TopicSetup(admin, settings.partitions(), settings.replication()).createMissing();
        TopicPartition replies = new TopicPartition(Topics.REPLIES, inbox.address().partition());
        tails.add(
                new Tail(
                        kafka.loner(),
                        List.of(replies),
                        0,
                        tracing.aroundTaker(inbox::take),
                        stop));
        Consumer<String, byte[]> events = kafka.loner();
        tails.add(
                new Tail(
                        events,
                        Tail.partitionsOf(events, Topics.EVENTS),
                        EVENTS_BACK,
                        tracing.aroundTaker(record -> feed.take(record.headers(), record.value())),
                        stop));
        tails.forEach(Tail::start);
        tails.add(SopFeed.start(kafka.loner(), sops, stop));
        tails.forEach(tail -> watchdog.watch(tail.toString(), () -> true, tail::rounds));
    }

    @Override
    public void stop() {
        tails.forEach(Tail::close);
        tails.clear();
    }

    @Override
    public boolean isRunning() {
        return !tails.isEmpty();
    }

    boolean isReady() {
        return !tails.isEmpty() && tails.stream().allMatch(Tail::isCaughtUp);
    }
}

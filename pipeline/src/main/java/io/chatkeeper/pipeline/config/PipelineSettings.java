package io.chatkeeper.pipeline.config;

import io.chatkeeper.pipeline.kafka.CommandLoop;
import io.chatkeeper.pipeline.lanes.Lanes;
import io.chatkeeper.pipeline.wakeups.WakeUps;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Every bound and address of the pipeline.
///
/// @param service short name: `chat`, `routing`, `sla`, `notes`, `projection` or `gateway`
/// @param instance name of this process among its equals, stable over restarts
/// @param kafka bootstrap servers
/// @param mongo connection string without a database; each service has a database of its own
/// @param partitions of topics that are made anew
/// @param replication of topics that are made anew
/// @param commandsInFlight at which the command loop pauses; it resumes below half
/// @param cacheWeight folded events that streams in memory may amount to
/// @param sessionTimeout after which the broker gives a silent member's partitions away
/// @param heartbeatEvery how often a member tells the broker that it is there, and hears whether
///   partitions are to move; each move takes up to twice that
/// @param storeTimeout after which an unanswered store counts as away
/// @param sendLimit how long a record may take to be confirmed by the broker
/// @param turnCommands how many commands are decided in one unit of work at most
/// @param poll how long the command loop waits for records at once
/// @param commitEvery how often finished offsets of commands are committed
/// @param listenedCommitEvery how often those of events that were listened to are
/// @param gather how long the events behind a small batch are let gather; nothing where somebody
///   waits for what is made of them
/// @param gatherUnhurried the same for policies that nobody waits for, in every service
/// @param settleLimit how long a partition that goes may still be worked on
/// @param stopLimit how long the command loop may take to end
/// @param wakeUpAgain after which a wake-up that led to nothing rings again; doubles each time
/// @param wakeUpAtLeast how often it rings again at least
/// @param onLostSend `stop` ends the process when a record was not confirmed, because what it
///   promised is then kept by starting again; `answer` leaves it to whoever waits, as the gateway
///   does
@ConfigurationProperties("chatkeeper.pipeline")
public record PipelineSettings(
        String service,
        @DefaultValue("one") String instance,
        @DefaultValue("localhost:9092") String kafka,
        @DefaultValue("mongodb://localhost:27017") String mongo,
        @DefaultValue("12") int partitions,
        @DefaultValue("1") short replication,
        @DefaultValue("4096") int commandsInFlight,
        @DefaultValue("500000") long cacheWeight,
        @DefaultValue("10s") Duration sessionTimeout,
        @DefaultValue("500ms") Duration heartbeatEvery,
        @DefaultValue("10s") Duration storeTimeout,
        @DefaultValue("2m") Duration sendLimit,
        @DefaultValue("64") int turnCommands,
        @DefaultValue("50ms") Duration poll,
        @DefaultValue("100ms") Duration commitEvery,
        @DefaultValue("200ms") Duration listenedCommitEvery,
        @DefaultValue("0ms") Duration gather,
        @DefaultValue("50ms") Duration gatherUnhurried,
        @DefaultValue("5s") Duration settleLimit,
        @DefaultValue("10s") Duration stopLimit,
        @DefaultValue("250ms") Duration wakeUpAgain,
        @DefaultValue("30s") Duration wakeUpAtLeast,
        @DefaultValue("stop") String onLostSend) {
    Lanes.Bounds laneBounds() {
        return new Lanes.Bounds(cacheWeight, turnCommands);
    }

    CommandLoop.Bounds loopBounds() {
        return new CommandLoop.Bounds(commandsInFlight, poll, commitEvery, settleLimit, stopLimit);
    }

    WakeUps.Bounds wakeUpBounds() {
        return new WakeUps.Bounds(wakeUpAgain, wakeUpAtLeast);
    }

    /// The consumer group in which this service's instances share its commands.
    public String group() {
        return "chatkeeper-" + service;
    }

    /// The consumer group in which they share the events of a foreign topic.
    public String listeningGroup(String topic) {
        return group() + "-" + topic;
    }
}

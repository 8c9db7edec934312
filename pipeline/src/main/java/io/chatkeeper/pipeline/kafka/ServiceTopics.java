package io.chatkeeper.pipeline.kafka;

/// The two topics of a service: where it takes commands, and where it tells its events.
public record ServiceTopics(String commands, String events) {
    /// The topics of the service of that short name: `chat`, `routing`, `sla` or `notes`.
    public static ServiceTopics of(String service) {
        return new ServiceTopics(service + ".commands", service + ".events");
    }
}

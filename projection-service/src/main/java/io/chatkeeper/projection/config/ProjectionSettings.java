package io.chatkeeper.projection.config;

import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.config.ListeningParts;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param generation names a set of read models; another one is built from the log, beside this one
/// @param threads how many threads of this instance fold, each its share of the partitions
@ConfigurationProperties("chatkeeper.projection")
record ProjectionSettings(@DefaultValue("") String generation, @DefaultValue("2") int threads) {
    ProjectionSettings {
        if (!generation.matches("[a-z0-9]{0,20}")) {
            throw new IllegalArgumentException(
                    "CHATKEEPER_PROJECTION_GENERATION: up to 20 small letters and digits");
        }
    }

    /// The database of this generation.
    String database() {
        return generation.isEmpty()
                ? "chatkeeper_projection"
                : "chatkeeper_projection_" + generation;
    }

    /// The consumer group of this generation.
    String group() {
        return generation.isEmpty()
                ? "chatkeeper-projection"
                : "chatkeeper-projection-" + generation;
    }

    /// The name under which this generation parks streams.
    String parkingName() {
        return ListeningParts.parkingName(group(), Topics.EVENTS);
    }
}

package io.chatkeeper.gateway.streams;

import io.chatkeeper.gateway.queries.MyChats;
import io.chatkeeper.gateway.queries.ReadModels;
import io.chatkeeper.pipeline.kafka.ReplyInbox;
import java.time.Clock;
import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Puts the live streams together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PresenceSettings.class)
public class StreamsConfig {
    @Bean
    Frames frames(JsonMapper json, Clock clock) {
        return new Frames(json, clock);
    }

    @Bean
    Places places(ReadModels models, Clock clock) {
        return new Places(models::desks, clock);
    }

    @Bean
    VisitorStream visitorStream(EventFeed feed, ReadModels models, Frames frames, Places places) {
        return new VisitorStream(feed, models, frames, places);
    }

    @Bean
    Consoles consoles(Clock clock, PresenceSettings settings) {
        return new Consoles(clock, settings);
    }

    @Bean
    AgentStream agentStream(
            EventFeed feed,
            MyChats mine,
            Frames frames,
            JsonMapper json,
            Consoles consoles,
            ReplyInbox inbox) {
        String epoch =
                Integer.toUnsignedString(inbox.address().instance().hashCode(), 36)
                        .toLowerCase(Locale.ROOT);
        return new AgentStream(feed, mine, frames, json, consoles, epoch);
    }
}

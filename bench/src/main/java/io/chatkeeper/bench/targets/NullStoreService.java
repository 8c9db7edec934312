package io.chatkeeper.bench.targets;

import io.chatkeeper.chat.chat.ChatAggregate;
import io.chatkeeper.chat.publishing.ChatPublisher;
import io.chatkeeper.local.ParentWatch;
import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.Policy;
import io.chatkeeper.pipeline.config.AggregatesConfig;
import io.chatkeeper.pipeline.journal.Journal;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The chats as chat-service has them, in the pipeline as it is, over a store that costs nothing.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(AggregatesConfig.class)
public class NullStoreService {
    /// Its short name, from which its topics have theirs.
    public static final String SERVICE = "nullstore";

    /// The same under another name, which several instances share.
    public static final String SHARED = "nullshared";

    /// The topics they need besides everybody's.
    public static final List<String> TOPICS =
            Stream.of(SERVICE, SHARED)
                    .flatMap(name ->
                            Stream.of(
                                    name + ".commands", name + ".commands.dead", name + ".events"))
                    .toList();

    /// @param args the process id of the one that started this; the rest is for Spring
    public static void main(String[] args) {
        ParentWatch.exitWithParent(Long.parseLong(args[0]));
        SpringApplication.run(NullStoreService.class, args);
    }

    @Bean
    List<AggregateRoom<?, ?>> rooms() {
        return List.of(ChatAggregate.room(ChatPublisher::publicForm));
    }

    @Bean
    List<Policy> policies() {
        return List.of();
    }

    @Bean
    Journal nullStore() {
        return new NullStore();
    }
}

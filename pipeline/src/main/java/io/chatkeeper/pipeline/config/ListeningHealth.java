package io.chatkeeper.pipeline.config;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/// Readiness says so when broker or store are away (P8), or when what listens has stopped.
@Configuration(proxyBeanMethods = false)
class ListeningHealth {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Document PING = new Document("ping", 1);

    @Bean(destroyMethod = "close")
    Heartbeat storeHealthIndicator(MongoDatabase database) {
        return new Heartbeat(
                "store",
                () -> {
                    Mono.from(database.runCommand(PING))
                            .toFuture()
                            .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
                    return true;
                });
    }

    @Bean(destroyMethod = "close")
    Heartbeat brokerHealthIndicator(Admin admin, ListeningParts listening) {
        var options = new DescribeClusterOptions().timeoutMs((int) LIMIT.toMillis());
        return new Heartbeat(
                "broker",
                () -> {
                    var nodes = admin.describeCluster(options).nodes();
                    return !nodes.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS).isEmpty()
                            && listening.isAlive();
                });
    }
}

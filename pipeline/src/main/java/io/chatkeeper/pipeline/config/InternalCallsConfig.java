package io.chatkeeper.pipeline.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.WebFilter;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// For services that answer over HTTP: whoever calls what is internal, metrics included, must know
/// the shared token of the house; and a scheduler on virtual threads for calls that block.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InternalCallsSettings.class)
public class InternalCallsConfig {
    /// The header that carries the token between services.
    public static final String TOKEN_HEADER = "X-Chatkeeper-Internal";

    private static final String METRICS = "/actuator/prometheus";

    @Bean
    WebFilter internalCallsOnly(InternalCallsSettings settings) {
        byte[] expected = settings.internalToken().getBytes(StandardCharsets.UTF_8);
        return (exchange, chain) -> {
            String given = exchange.getRequest().getHeaders().getFirst(TOKEN_HEADER);
            String path = exchange.getRequest().getPath().value();
            if (isInternal(path) && !same(expected, given == null ? "" : given)) {
                exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
                return exchange.getResponse().setComplete();
            }
            return chain.filter(exchange);
        };
    }

    /// Goes on with the trace of whoever asks; only the gateway begins traces.
    @Bean
    WebFilter tracedCalls(Tracing tracing) {
        return tracing.inside("/internal/");
    }

    @Bean(destroyMethod = "dispose")
    @Qualifier("blocking")
    Scheduler blockingCalls() {
        return Schedulers.fromExecutorService(
                java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor(), "blocking");
    }

    private static boolean isInternal(String path) {
        return path.startsWith("/internal/") || path.startsWith(METRICS);
    }

    private static boolean same(byte[] expected, String given) {
        return MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    }
}

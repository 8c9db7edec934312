package io.chatkeeper.gateway.config;

import io.chatkeeper.gateway.commands.ChatIds;
import io.chatkeeper.gateway.commands.ChatWrites;
import io.chatkeeper.gateway.commands.Writes;
import io.chatkeeper.gateway.pages.OpenApiDescription;
import io.chatkeeper.gateway.protection.BodyLimit;
import io.chatkeeper.gateway.protection.Breakers;
import io.chatkeeper.gateway.protection.OpeningLimit;
import io.chatkeeper.gateway.protection.PageHeaders;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Problems;
import io.chatkeeper.gateway.protection.Sites;
import io.chatkeeper.gateway.protection.WaitLimits;
import io.chatkeeper.gateway.queries.AssistTemplates;
import io.chatkeeper.gateway.queries.ChatReads;
import io.chatkeeper.gateway.queries.LintClient;
import io.chatkeeper.gateway.queries.MyChats;
import io.chatkeeper.gateway.queries.ReadModels;
import io.chatkeeper.gateway.queries.SopDocuments;
import io.chatkeeper.gateway.streams.EventFeed;
import io.chatkeeper.gateway.streams.StreamsConfig;
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.config.InternalCallsConfig;
import io.chatkeeper.pipeline.config.InternalCallsSettings;
import io.chatkeeper.pipeline.config.PipelineConfig;
import io.chatkeeper.pipeline.config.PipelineSettings;
import io.chatkeeper.pipeline.config.Tracing;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.kafka.ReplyInbox;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import io.chatkeeper.pipeline.tracing.TracedRequests;
import io.chatkeeper.sop.SopRegister;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Puts the gateway together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GatewaySettings.class, InternalCallsSettings.class})
@Import({
    PipelineConfig.class,
    InternalCallsConfig.class,
    SecurityConfig.class,
    StreamsConfig.class,
    GatewayLifecycle.class,
    PresenceLifecycle.class
})
class GatewayConfig {
    private static final int ANSWER_BYTES = 16 * 1024 * 1024;

    @Bean
    @Order(-2)
    Problems problems(JsonMapper json) {
        return new Problems(json);
    }

    @Bean
    @Order(-200)
    WebFilter tracedRequests(Tracing tracing) {
        return tracing.edge("/api/");
    }

    @Bean
    PageHeaders pageHeaders() {
        return new PageHeaders();
    }

    @Bean
    BodyLimit bodyLimit() {
        return new BodyLimit();
    }

    @Bean
    Sites sites(GatewaySettings settings, JsonMapper json) {
        return new YamlFiles(json).sites(settings.sites());
    }

    @Bean
    OpeningLimit openingLimit(GatewaySettings settings) {
        return new OpeningLimit(settings.chatsPerMinute(), !settings.limits().equals("off"));
    }

    /// What a caller did wrong is no failure of the part that said so.
    @Bean
    CircuitBreakerRegistry circuitBreakers() {
        return CircuitBreakerRegistry.of(
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(40)
                        .minimumNumberOfCalls(20)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofSeconds(5))
                        .permittedNumberOfCallsInHalfOpenState(5)
                        .ignoreExceptions(Problem.class)
                        .build());
    }

    @Bean
    Breakers breakers(CircuitBreakerRegistry registry) {
        return new Breakers(registry);
    }

    @Bean
    ReplyInbox replyInbox(JsonMapper json, PipelineSettings settings) {
        int partition = Math.floorMod(settings.instance().hashCode(), settings.partitions());
        String epoch = settings.instance() + "-" + UUID.randomUUID();
        return new ReplyInbox(json, new CommandRecord.ReplyTo(epoch, partition));
    }

    @Bean
    WaitLimits waitLimits() {
        return new WaitLimits();
    }

    @Bean
    Writes writes(
            CommandSender sender,
            ReplyInbox inbox,
            Breakers breakers,
            WaitLimits limits,
            Clock clock) {
        return new Writes(
                sender, inbox, breakers, limits, clock, () -> UUID.randomUUID().toString());
    }

    @Bean
    ChatWrites chatWrites(Writes writes, ChatReads reads) {
        return new ChatWrites(writes, reads);
    }

    @Bean
    ChatIds chatIds(GatewaySettings settings) {
        return new ChatIds(settings.secretBytes());
    }

    @Bean
    ReadModels readModels(
            JsonMapper json,
            GatewaySettings settings,
            InternalCallsSettings calls,
            Breakers breakers) {
        return new ReadModels(
                client(json, settings.projectionUrl(), calls),
                client(json, settings.chatUrl(), calls),
                breakers);
    }

    @Bean
    LintClient lintClient(
            JsonMapper json,
            GatewaySettings settings,
            InternalCallsSettings calls,
            Breakers breakers) {
        return new LintClient(client(json, settings.notesUrl(), calls), breakers);
    }

    @Bean
    ChatReads chatReads(ReadModels models) {
        return new ChatReads(models);
    }

    @Bean
    MyChats myChats(ReadModels models) {
        return new MyChats(models);
    }

    @Bean
    AssistTemplates assistTemplates(SopRegister register, GatewaySettings settings, Clock clock) {
        return new AssistTemplates(register, settings.assistSop(), clock);
    }

    @Bean
    SopDocuments sopDocuments(SopRegister register, Clock clock) {
        return new SopDocuments(register, clock);
    }

    @Bean
    MeterBinder connections(EventFeed feed) {
        return registry ->
                Gauge.builder("chatkeeper.connections.live", feed, EventFeed::readers)
                        .description("Live streams that are being read")
                        .register(registry);
    }

    @Bean
    EventFeed eventFeed(EventFormat format) {
        return new EventFeed(format);
    }

    @Bean
    OpenApiDescription openApiDescription(JsonMapper json) throws IOException {
        try (var yaml = new ClassPathResource("openapi.yaml").getInputStream()) {
            return new OpenApiDescription(new YamlFiles(json).asJson(yaml));
        }
    }

    @Bean
    HealthIndicator pipelineHealthIndicator(GatewayLifecycle lifecycle) {
        return () -> (lifecycle.isReady() ? Health.up() : Health.outOfService()).build();
    }

    private static Mono<ClientResponse> tracedOn(ClientRequest request, ExchangeFunction next) {
        return Mono.deferContextual(asking -> {
            String trace = TracedRequests.current(asking);
            return next.exchange(
                    trace == null
                            ? request
                            : ClientRequest.from(request)
                                    .header(TracedRequests.HEADER, trace)
                                    .build());
        });
    }

    private static WebClient client(JsonMapper json, String url, InternalCallsSettings calls) {
        return WebClient.builder()
                .baseUrl(url)
                .defaultHeader(InternalCallsConfig.TOKEN_HEADER, calls.internalToken())
                .filter(GatewayConfig::tracedOn)
                .codecs(codecs -> {
                    codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(json));
                    codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(json));
                    codecs.defaultCodecs().maxInMemorySize(ANSWER_BYTES);
                })
                .build();
    }
}

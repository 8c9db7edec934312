package io.chatkeeper.gateway.config;

import io.chatkeeper.gateway.commands.ChatIds;
import io.chatkeeper.gateway.commands.ChatWrites;
import io.chatkeeper.gateway.commands.Writes;
import io.chatkeeper.gateway.pages.OpenApiDescription;
import io.chatkeeper.gateway.protection.BodyLimit;
import io.chatkeeper.gateway.protection.Breakers;
import io.chatkeeper.gateway.protection.OpeningLimit;
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
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.kafka.CommandFormat;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.kafka.ReplyInbox;
import io.chatkeeper.pipeline.kafka.Sender;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import io.chatkeeper.sop.SopRegister;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/// The gateway's whole web side — endpoints, security, problems, limits — over a log and services
/// that are only pretended. Needs neither broker nor store.
@EnableAutoConfiguration
@EnableConfigurationProperties(GatewaySettings.class)
@ComponentScan({
    "io.chatkeeper.gateway.commands",
    "io.chatkeeper.gateway.identity",
    "io.chatkeeper.gateway.pages",
    "io.chatkeeper.gateway.queries",
    "io.chatkeeper.gateway.streams"
})
@Import({SecurityConfig.class, StrictJsonConfig.class})
class Slice {
    /// Base64 of 32 bytes; for tests alone.
    static final String SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    static final String PARTNER = "https://www.example.com";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JsonMapperBuilderCustomizer ourJson() {
        return Json::configure;
    }

    @Bean
    @Order(-2)
    Problems problems(JsonMapper json) {
        return new Problems(json);
    }

    @Bean
    BodyLimit bodyLimit() {
        return new BodyLimit();
    }

    @Bean
    Sites sites() {
        return new Sites(
                Map.of(
                        "loan",
                        new Sites.Site("tidio-loan", "Harbour Loans", List.of("self", PARTNER)),
                        "shop",
                        new Sites.Site("customer-care", "Fernway", List.of("self"))));
    }

    @Bean
    OpeningLimit openingLimit() {
        return new OpeningLimit(1, false);
    }

    @Bean
    CircuitBreakerRegistry circuitBreakers() {
        return new GatewayConfig().circuitBreakers();
    }

    @Bean
    Breakers breakers(CircuitBreakerRegistry registry) {
        return new Breakers(registry);
    }

    @Bean
    ReplyInbox replyInbox(JsonMapper json) {
        return new ReplyInbox(json, new CommandRecord.ReplyTo("gateway-test", 0));
    }

    @Bean
    EventFeed eventFeed(JsonMapper json) {
        return new EventFeed(new EventFormat(json, "fake"));
    }

    @Bean
    FakeLog fakeLog(JsonMapper json, ReplyInbox inbox, EventFeed feed) {
        return new FakeLog(json, new CommandFormat(json, "gateway"), inbox, feed);
    }

    @Bean
    FakeHouse fakeHouse() {
        return new FakeHouse();
    }

    @Bean
    Writes writes(FakeLog log, JsonMapper json, ReplyInbox inbox, Breakers breakers, Clock clock) {
        CommandSender sender =
                new CommandSender(
                        new Sender(log::send, () -> {}),
                        new CommandFormat(json, "gateway"),
                        json,
                        clock);
        return new Writes(
                sender,
                inbox,
                breakers,
                new WaitLimits(),
                clock,
                () -> UUID.randomUUID().toString());
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
    ReadModels readModels(FakeHouse house, Breakers breakers) {
        return new ReadModels(house.client(), house.client(), breakers);
    }

    @Bean
    LintClient lintClient(FakeHouse house, Breakers breakers) {
        return new LintClient(house.client(), breakers);
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
    SopRegister sopRegister() {
        return new SopRegister();
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
    OpenApiDescription openApiDescription(JsonMapper json) throws IOException {
        try (InputStream yaml = new ClassPathResource("openapi.yaml").getInputStream()) {
            return new OpenApiDescription(new YamlFiles(json).asJson(yaml));
        }
    }
}

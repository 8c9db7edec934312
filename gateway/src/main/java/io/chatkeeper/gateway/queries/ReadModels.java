package io.chatkeeper.gateway.queries;

import io.chatkeeper.contract.ClockDimension;
import io.chatkeeper.contract.ClockTally;
import io.chatkeeper.gateway.protection.Breakers;
import io.chatkeeper.gateway.protection.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.util.UriBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/// The client of the services that answer queries. Sees everything; who asks is the callers'
/// affair.
public final class ReadModels {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(4);

    /// One page of rows.
    public record Items(List<ObjectNode> items) {}

    private record Tallies(List<ClockTally> items) {}

    private final WebClient projections;
    private final WebClient chats;
    private final Breakers breakers;

    /// @param projections the projection service
    /// @param chats the chat service, for the event log and the next acts
    public ReadModels(WebClient projections, WebClient chats, Breakers breakers) {
        this.projections = projections;
        this.chats = chats;
        this.breakers = breakers;
    }

    /// The whole chat document; a [Problem] if there is none, or if the view is behind.
    public Mono<ObjectNode> chat(String chatId, long minSequence) {
        return chat(chatId, minSequence, null);
    }

    /// The same, with the messages before those of an earlier answer.
    Mono<ObjectNode> chat(String chatId, long minSequence, @Nullable Integer messagesBefore) {
        return one(
                projections,
                uri ->
                        uri.path("/internal/chats/{id}")
                                .queryParam("minSequence", minSequence)
                                .queryParamIfPresent(
                                        "messagesBefore", Optional.ofNullable(messagesBefore))
                                .build(chatId));
    }

    /// Rows of open chats; absent parameters mean any.
    public Mono<List<ObjectNode>> openChats(Map<String, String> wanted) {
        return rows("/internal/chats", wanted);
    }

    public Mono<List<ObjectNode>> clocks(Map<String, String> wanted) {
        return rows("/internal/clocks", wanted);
    }

    /// Escalations that nobody has reviewed yet, the oldest first.
    Mono<List<ObjectNode>> reviews() {
        return rows("/internal/reviews", Map.of());
    }

    /// Kept and broken promises; a [Problem] if they would be too many lines.
    Mono<List<ClockTally>> clockReport(LocalDate from, LocalDate to, Set<ClockDimension> by) {
        return guarded(
                projections
                        .get()
                        .uri(uri ->
                                uri.path("/internal/reports/clocks")
                                        .queryParam("from", from)
                                        .queryParam("to", to)
                                        .queryParam("by", by.toArray())
                                        .build())
                        .exchangeToMono(response ->
                                switch (response.statusCode().value()) {
                                    case 200 -> response.bodyToMono(Tallies.class);
                                    case 413 -> response.releaseBody().then(Mono.error(tooLong()));
                                    default -> response.createError();
                                })
                        .map(Tallies::items));
    }

    private static Problem tooLong() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "report-too-long",
                "The report would have too many lines; ask for fewer days, or by less.");
    }

    public Mono<List<ObjectNode>> desks() {
        return rows("/internal/desks", Map.of());
    }

    public Mono<List<ObjectNode>> agents() {
        return rows("/internal/agents", Map.of());
    }

    public Mono<ObjectNode> agent(String agentId) {
        return one(projections, uri -> uri.path("/internal/agents/{id}").build(agentId));
    }

    /// The event log of a stream behind a sequence, straight from the journal.
    public Mono<List<ObjectNode>> events(String streamId, long after, int limit) {
        return guarded(
                        chats.get()
                                .uri(uri ->
                                        uri.path("/internal/streams/{id}/events")
                                                .queryParam("after", after)
                                                .queryParam("limit", limit)
                                                .build(streamId))
                                .retrieve()
                                .bodyToMono(Items.class))
                .map(Items::items);
    }

    /// What an agent may do with a chat now, from the chat service.
    Mono<ObjectNode> next(String chatId, String agentId, String role) {
        return one(
                chats,
                uri ->
                        uri.path("/internal/chats/{id}/next")
                                .queryParam("agent", "{agent}")
                                .queryParam("role", "{role}")
                                .build(chatId, agentId, role));
    }

    private Mono<List<ObjectNode>> rows(String path, Map<String, String> wanted) {
        return guarded(
                        projections
                                .get()
                                .uri(uri -> {
                                    UriBuilder built = uri.path(path);
                                    wanted.forEach(
                                            (name, _) -> built.queryParam(name, "{" + name + "}"));
                                    return built.build(wanted);
                                })
                                .retrieve()
                                .bodyToMono(Items.class))
                .map(Items::items);
    }

    private Mono<ObjectNode> one(
            WebClient client, java.util.function.Function<UriBuilder, java.net.URI> uri) {
        Mono<ObjectNode> call =
                client.get()
                        .uri(uri)
                        .exchangeToMono(response ->
                                switch (response.statusCode().value()) {
                                    case 200 ->
                                            response.bodyToMono(
                                                    new ParameterizedTypeReference<
                                                            ObjectNode>() {});
                                    case 404 -> response.releaseBody().then(Mono.empty());
                                    case 503 -> response.releaseBody().then(Mono.error(behind()));
                                    default -> response.createError();
                                });
        return guarded(call).switchIfEmpty(Mono.error(Problem::notFound));
    }

    private <T> Mono<T> guarded(Mono<T> call) {
        return breakers.aroundQuery(call.timeout(ANSWER_LIMIT))
                .onErrorMap(WebClientException.class, _ -> away())
                .onErrorMap(java.util.concurrent.TimeoutException.class, _ -> away());
    }

    private static Problem behind() {
        return Problem.later(
                HttpStatus.SERVICE_UNAVAILABLE,
                "view-behind",
                "The view has not caught up with that sequence yet.",
                Duration.ofSeconds(1));
    }

    private static Problem away() {
        return Problem.later(
                HttpStatus.SERVICE_UNAVAILABLE,
                "queries-unavailable",
                "The views can't be read at the moment.",
                Duration.ofSeconds(2));
    }
}

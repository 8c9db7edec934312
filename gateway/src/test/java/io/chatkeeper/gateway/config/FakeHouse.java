package io.chatkeeper.gateway.config;

import io.chatkeeper.pipeline.Json;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;

/// The services behind the gateway, as documents by path. What is not here is 404; lists are empty.
final class FakeHouse {
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    final Queue<String> asked = new ConcurrentLinkedQueue<>();
    volatile boolean away;

    void put(String path, Object document) {
        documents.put(
                path,
                document instanceof String text
                        ? text
                        : Json.mapper().writeValueAsString(document));
    }

    void reset() {
        away = false;
        documents.clear();
        asked.clear();
        for (String list : new String[] {"chats", "clocks", "desks", "agents", "reviews"}) {
            put("/internal/" + list, "{\"items\":[]}");
        }
    }

    WebClient client() {
        return WebClient.builder().exchangeFunction(this::answer).build();
    }

    private Mono<ClientResponse> answer(ClientRequest request) {
        URI uri = request.url();
        asked.add(uri.toString());
        if (away) {
            return Mono.error(
                    new WebClientRequestException(
                            new IOException("away"), request.method(), uri, HttpHeaders.EMPTY));
        }
        String document = documents.get(uri.getPath());
        return Mono.just(
                document == null
                        ? ClientResponse.create(HttpStatus.NOT_FOUND).build()
                        : ClientResponse.create(HttpStatus.OK)
                                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                                .body(document)
                                .build());
    }
}

package io.chatkeeper.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Asks a service whether it is ready for work.
final class Readiness implements AutoCloseable {

    static final String PATH = "/actuator/health/readiness";

    private static final int READY = 200;
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();

    boolean of(ServiceProcess process) {
        URI address = URI.create(process.url() + PATH);
        HttpRequest request = HttpRequest.newBuilder(address).timeout(LIMIT).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == READY;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

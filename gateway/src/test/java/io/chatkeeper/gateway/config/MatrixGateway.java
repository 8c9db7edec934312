package io.chatkeeper.gateway.config;

import io.chatkeeper.chat.rehearsal.Tales.Move;
import io.chatkeeper.chat.rehearsal.Tales.Tale;
import io.chatkeeper.gateway.config.Matrix.Way;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.kafka.ReplyInbox;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.SopRegister;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The gateway's whole web side over HTTP, in front of a [MatrixHouse].
final class MatrixGateway implements AutoCloseable {
    private static final List<String> AGENTS = List.of("casey", "lee", "morgan");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext gateway;
    private final String address;
    private final Map<String, String> tokens = new HashMap<>();

    MatrixGateway(Path root, SopRegister sops) {
        gateway =
                new SpringApplication(Slice.class)
                        .run(
                                "--server.port=0",
                                "--spring.main.banner-mode=off",
                                "--chatkeeper.gateway.secret=" + Slice.SECRET,
                                "--chatkeeper.gateway.users="
                                        + root.resolve("gateway/src/test/resources/users.yaml"),
                                "--management.endpoint.health.validate-group-membership=false");
        address = "http://localhost:" + gateway.getEnvironment().getProperty("local.server.port");
        for (Sop sop : sops.inForce().toList()) {
            gateway.getBean(SopRegister.class).add(sop);
        }
        FakeHouse house = gateway.getBean(FakeHouse.class);
        house.reset();
        for (String agent : AGENTS) {
            house.put("/internal/agents/" + agent, Documents.agent(agent, "customer-service"));
        }
    }

    /// The reply of a service reaches whoever waits for it.
    void answer(ConsumerRecord<String, byte[]> reply) {
        gateway.getBean(ReplyInbox.class).take(reply);
    }

    /// Asks for a command; what is wrong with the answer, which should tell the rules that refuse.
    Optional<String> ask(MatrixHouse house, Tale tale, Way way) {
        Move when = tale.when();
        FakeLog log = gateway.getBean(FakeLog.class);
        log.behind = record -> house.take(FakeLog.received(record));
        know(when.command().streamId(), tale.sop());
        Answer answer = post(when, way);
        TreeSet<String> told = new TreeSet<>();
        JsonNode at = way == Way.BULK ? answer.body.at("/results/0") : answer.body;
        at.path("violations").forEach(one -> told.add(one.path("ruleId").asString()));
        int status = way == Way.BULK ? at.path("status").asInt() : answer.status;
        return status == 422 && told.equals(house.broken())
                ? Optional.empty()
                : Optional.of("answered " + status + " " + answer.body);
    }

    /// Whether a way that can't carry the command says so before anything is written.
    Optional<String> refusesItself(Tale tale, Way way) {
        if (way != Way.REST && way != Way.BULK) {
            return Optional.empty();
        }
        List<ProducerRecord<String, byte[]>> written = new ArrayList<>();
        gateway.getBean(FakeLog.class).behind = written::add;
        Answer answer = post(tale.when(), way);
        int status =
                way == Way.BULK && answer.status == 200
                        ? answer.body.at("/results/0/status").asInt()
                        : answer.status;
        return status == 400 && written.isEmpty()
                ? Optional.empty()
                : Optional.of("should be 400, not " + answer.status + " " + answer.body);
    }

    private void know(String chat, Sop sop) {
        ObjectNode document = Documents.chat(chat);
        document.putObject("sop").put("id", sop.ref().id()).put("version", sop.ref().version());
        AGENTS.forEach(document.putArray("agents")::add);
        gateway.getBean(FakeHouse.class).put("/internal/chats/" + chat, document);
    }

    private record Answer(int status, JsonNode body) {}

    private Answer post(Move when, Way way) {
        RestCall call = RestCall.of(when.command());
        if (call == null) {
            return new Answer(0, Json.mapper().createObjectNode().put("no", "such request"));
        }
        String token = tokens.computeIfAbsent(when.actor().id(), this::signIn);
        if (way == Way.REST) {
            return post(call.path(), "Bearer " + token, call.body().toString(), "application/json");
        }
        ObjectNode many = Json.mapper().createObjectNode();
        String[] parts = call.path().split("/");
        many.put("act", call.bulk() == null ? parts[parts.length - 1] : call.bulk());
        many.putArray("chatIds").add(when.command().streamId());
        many.set("body", call.body());
        return post("/chats/bulk", "Bearer " + token, many.toString(), "application/json");
    }

    private String signIn(String agent) {
        String form = "grant_type=password&password=demo&username=" + agent;
        return post("/../../oauth2/token", "", form, "application/x-www-form-urlencoded")
                .body
                .path("access_token")
                .asString();
    }

    private Answer post(String path, String authorization, String body, String type) {
        URI uri = URI.create(address + "/api/v1" + path).normalize();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<String> got =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String text = got.body().isEmpty() ? "{}" : got.body();
            return new Answer(got.statusCode(), Json.mapper().readTree(text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        gateway.close();
        client.close();
    }
}

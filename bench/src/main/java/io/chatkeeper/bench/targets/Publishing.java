package io.chatkeeper.bench.targets;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/// Publishes versions of a procedure and looks for each wherever it has to be used.
public final class Publishing {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ASK_EVERY_MILLIS = 5;

    private final Gateway gateway;
    private final String admin;
    private final String lead;
    private final String site;
    private final String sop;
    private final String text;
    private int current;

    /// @param text of the version to begin with, which has no section `tone`
    public Publishing(
            Gateway gateway, String admin, String lead, String site, String sop, String text) {
        this.gateway = gateway;
        this.admin = admin;
        this.lead = lead;
        this.site = site;
        this.sop = sop;
        this.text = text;
    }

    /// Publishes a version and waits until it is used everywhere.
    ///
    /// @return how long that took, from the request on
    public Duration publish(int version) throws Exception {
        if (current == 0) {
            current = shown();
        }
        String phrase = "zanzibar " + version;
        String next =
                text.replaceFirst("(?m)^version: \\d+$", "version: " + version)
                        + "\ntone:\n  - {id: R71, not: \""
                        + phrase
                        + "\", say: \"Right away.\", severity: warn}\n";
        long began = System.nanoTime();
        gateway.putSop(admin, sop, current, next);
        current = version;
        try (ExecutorService places = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> all =
                    List.of(
                            () -> until(() -> shown() == version),
                            () -> until(() -> isJudgedBy(phrase)),
                            () -> served(version));
            for (Future<Void> place : places.invokeAll(all)) {
                place.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("version " + version + " is not used everywhere", e);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private int shown() throws IOException, InterruptedException {
        return gateway.get("/sops/" + sop, lead).path("sop").path("version").asInt();
    }

    private boolean isJudgedBy(String phrase) throws Exception {
        JsonNode answer =
                gateway.post(
                                "/lint",
                                lead,
                                Map.of(
                                        "kind",
                                        "customer_message",
                                        "text",
                                        "Thank you, " + phrase + " it is.",
                                        "context",
                                        Map.of(),
                                        "sop",
                                        sop))
                        .get();
        return answer.path("findings").toString().contains("Right away.");
    }

    /// A chat is opened under the version, and its first clock runs.
    private Void served(int version) throws Exception {
        until(() -> {
            JsonNode opened =
                    gateway.post("/chats", "", Map.of("site", site, "customer", Map.of())).get();
            String path = "/chats/" + opened.path("chatId").asString();
            JsonNode chat = gateway.get(path + "?minSequence=1", lead);
            if (chat.path("sop").path("version").asInt() != version) {
                return false;
            }
            until(() -> !gateway.get(path, lead).path("clocks").isEmpty());
            return true;
        });
        return null;
    }

    private static Void until(Callable<Boolean> seen) throws Exception {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!seen.call()) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("waited in vain");
            }
            Thread.sleep(ASK_EVERY_MILLIS);
        }
        return null;
    }
}

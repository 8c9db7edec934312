package io.chatkeeper.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The main job, step by step: Dana asks, Casey answers and hands over, Lee takes it to its end.
/// After every step somebody may disturb the house.
final class LoanStory {
    static final String CONTEXT =
            "Customer requesting update on pending application submitted May 10. Requested"
                    + " clarification on documents received.";
    static final String NOTE =
            "Customer requested loan status update. Documents under review by Loan Department.";

    private static final Set<String> FOR_THE_VISITOR =
            Set.of(
                    "opened",
                    "assigned",
                    "message-posted",
                    "transfer-acknowledged",
                    "resolution-proposed",
                    "resolution-confirmed",
                    "resolved",
                    "closed");

    private final Http http;
    private final Consumer<String> afterStep;
    private final Agent casey;
    private final Agent lee;
    private final Agent lou;
    private final Agent morgan;

    LoanStory(Http http, Consumer<String> afterStep) {
        this.http = http;
        this.afterStep = afterStep;
        this.casey = Agent.signsIn(http, "casey").is("available");
        this.lee = Agent.signsIn(http, "lee").is("available");
        this.lou = Agent.signsIn(http, "lou").is("away");
        this.morgan = Agent.signsIn(http, "morgan").is("available");
    }

    void play() {
        Visitor dana =
                Visitor.opens(http, "loan", "Dana", "Hi, any news on my application from May 10?");
        try (LiveStream hers = dana.stream()) {
            String chat = dana.chatId();
            caseyAnswers(dana, hers);
            String transfer = caseyHandsOver(chat);
            leeTakesOver(chat, transfer, hers);
            leeWritesANote(chat);
            itIsResolved(dana, hers);
            theLogTellsItAll(chat);
            nothingInternalReached(hers);
        }
    }

    private void caseyAnswers(Visitor dana, LiveStream hers) {
        String chat = dana.chatId();
        casey.awaits(chat);
        JsonNode clock = clock(casey, chat, "first-reply", "running");
        assertThat(clock.path("breachAt").asString()).isNotEmpty();
        afterStep.accept("assigned");
        casey.says(chat, "Hi Dana, I'm Casey. Let me look at your application.");
        hers.await(
                "Casey's greeting",
                frame ->
                        frame.is("chat.message-posted")
                                && frame.data()
                                        .path("data")
                                        .path("author")
                                        .path("kind")
                                        .asString()
                                        .equals("agent"));
        clock(casey, chat, "first-reply", "met");
        afterStep.accept("answered");
    }

    private String caseyHandsOver(String chat) {
        casey.act(
                        chat,
                        "notes",
                        Map.of("text", "Customer asked for loan status. Checked the file."))
                .with(201);
        Answer refused =
                casey.act(chat, "transfers", Map.of("toDesk", "loan-engineers", "context", ""))
                        .with(422);
        assertThat(refused.requirement()).isEqualTo("R42");
        String transfer =
                casey.act(chat, "transfers", Map.of("toDesk", "loan-engineers", "context", CONTEXT))
                        .with(201)
                        .text("transferId");
        afterStep.accept("transferred");
        JsonNode row =
                Wait.until("the transfer for Lee", () -> lee.awaits(chat), LoanStory::isMine);
        assertThat(row.path("transfer").path("context").asString()).isEqualTo(CONTEXT);
        clock(lee, chat, "transfer-acknowledgement", "running");
        assertThat(lou.inboxRow(chat)).isEmpty();
        return transfer;
    }

    private void leeTakesOver(String chat, String transfer, LiveStream hers) {
        lou.act(chat, "transfers/" + transfer + "/acknowledgement", Http.nothing()).with(409);
        lee.act(chat, "transfers/" + transfer + "/acknowledgement", Http.nothing()).with(200);
        afterStep.accept("acknowledged");
        hers.await("Lee's name", frame -> frame.is("chat.transfer-acknowledged"));
        lee.says(chat, "Hello Dana, I'm Lee. Your documents have arrived and are being reviewed.");
        clock(lee, chat, "transfer-acknowledgement", "met");
        casey.act(chat, "messages", Map.of("text", "Still here?")).with(409);
    }

    private void leeWritesANote(String chat) {
        Answer early =
                lee.act(chat, "resolution", Map.of("summary", "Told the state of things."))
                        .with(422);
        assertThat(early.requirement()).isEqualTo("R51");
        Answer poor = lee.act(chat, "notes", Map.of("text", "Done")).with(422);
        assertThat(poor.requirement()).isEqualTo("R63");
        lee.act(chat, "notes", Map.of("text", NOTE)).with(201);
        afterStep.accept("noted");
    }

    private void itIsResolved(Visitor dana, LiveStream hers) {
        String chat = dana.chatId();
        lee.act(chat, "resolution-proposal", Http.nothing()).with(200);
        hers.await("the question", frame -> frame.is("chat.resolution-proposed"));
        dana.act("resolution-answer", Map.of("resolved", true, "score", 5)).with(200);
        afterStep.accept("confirmed");
        lee.act(
                        chat,
                        "resolution",
                        Map.of("summary", "Told Dana that her documents are in review."))
                .with(200);
        lee.act(chat, "closure", Http.nothing()).with(200);
        hers.await("the end", frame -> frame.is("chat.closed"));
    }

    private void theLogTellsItAll(String chat) {
        JsonNode log = morgan.get("/chats/" + chat + "/events").path("items");
        List<String> told = new ArrayList<>();
        long sequence = 0;
        for (JsonNode entry : log) {
            assertThat(entry.path("sequence").asLong()).isEqualTo(++sequence);
            assertThat(entry.path("actor").path("id").asString()).isNotEmpty();
            told.add(shortName(entry.path("type").asString()));
        }
        assertThat(told)
                .containsSubsequence(
                        "opened",
                        "message-posted",
                        "assigned",
                        "message-posted",
                        "noted",
                        "transfer-requested",
                        "assigned",
                        "transfer-acknowledged",
                        "message-posted",
                        "noted",
                        "resolution-proposed",
                        "resolution-confirmed",
                        "resolved",
                        "closed");
        for (String once : List.of("opened", "closed", "transfer-acknowledged")) {
            assertThat(told).containsOnlyOnce(once);
        }
        Wait.until(
                "every clock met",
                () -> morgan.chat(chat).path("clocks"),
                clocks ->
                        clocks.size() == 2
                                && StreamSupport.stream(clocks.spliterator(), false)
                                        .allMatch(clock -> stateOf(clock).equals("met")));
    }

    private static void nothingInternalReached(LiveStream hers) {
        for (LiveStream.Frame frame : hers.frames()) {
            if (frame.event().startsWith("io.chatkeeper")) {
                assertThat(FOR_THE_VISITOR).contains(shortName(frame.event()));
            }
            assertThat(frame.data().toString())
                    .doesNotContain("Loan Department")
                    .doesNotContain("Requested clarification")
                    .doesNotContain("loan-engineers");
        }
    }

    private JsonNode clock(Agent who, String chat, String clock, String state) {
        return Wait.until(
                clock + " " + state,
                () ->
                        StreamSupport.stream(who.chat(chat).path("clocks").spliterator(), false)
                                .filter(one -> one.path("clock").asString().equals(clock))
                                .filter(one -> stateOf(one).equals(state))
                                .findFirst()
                                .orElse(Http.JSON.missingNode()),
                found -> !found.isMissingNode());
    }

    private static boolean isMine(JsonNode row) {
        return row.path("transfer").path("forMe").asBoolean(false);
    }

    private static String stateOf(JsonNode clock) {
        return clock.path("state").asString();
    }

    private static String shortName(String type) {
        String[] parts = type.split("\\.");
        return parts[parts.length - 2];
    }
}

package io.chatkeeper.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.local.House;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// A hard customer under the strictest of the shipped procedures: greeting by name, identity, two
/// warnings, a supervisor who helps, a promise nobody may make, a follow-up that outlives the chat,
/// and a second beginning.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedHouse.class)
class CaseIT {
    private Http http;
    private Agent casey;
    private Agent morgan;
    private Agent sam;
    private Visitor pat;
    private String chat;

    @BeforeAll
    void openAChat(House house) {
        http = new Http(house.url());
        casey = Agent.signsIn(http, "casey").is("available");
        morgan = Agent.signsIn(http, "morgan").is("available");
        sam = Agent.signsIn(http, "sam").is("available");
        pat = Visitor.opens(http, "care", "Pat", "You are all idiots, my invoice is wrong!");
        chat = pat.chatId();
        casey.awaits(chat);
    }

    @Test
    void every_guard_is_met_on_the_way() {
        greet();
        verify();
        warn();
        isHelped();
        promiseTooMuch();
        String followUp = promise();
        end(followUp);
        goOn();
        tellsItsStory();
    }

    private void greet() {
        assertThat(casey.chat(chat).at("/concerns/0/concern").asString()).isEqualTo("abuse");
        assertThat(requirements(next("post-message"))).containsExactly("R17", "R21");
        Answer cold = casey.act(chat, "messages", Map.of("text", "How can I help?")).with(422);
        assertThat(cold.requirement()).isEqualTo("R17");
        Answer reasoned =
                casey.act(
                                chat,
                                "messages",
                                Map.of(
                                        "text",
                                        "Hello, Casey here. How can I help?",
                                        "overrides",
                                        List.of(
                                                Map.of(
                                                        "ruleId",
                                                        "greeting-customer-name",
                                                        "reason",
                                                        "Asked not to be named"))))
                        .with(201);
        assertThat(reasoned.body().at("/findings/0/requirement").asString()).isEqualTo("R17");
    }

    private void verify() {
        Map<String, String> balance = Map.of("text", "Your balance is 12 dollars.");
        assertThat(casey.act(chat, "messages", balance).with(422).requirement()).isEqualTo("R137");
        casey.act(chat, "verification", Map.of("method", "security-questions")).with(200);
        casey.act(chat, "messages", balance).with(201);
    }

    private void warn() {
        Map<String, String> abuse = Map.of("trigger", "abuse", "detail", "Insults the team.");
        assertThat(casey.act(chat, "escalations", abuse).with(422).requirement()).isEqualTo("R98");
        casey.act(chat, "conduct-warnings", Http.nothing()).with(201);
        casey.act(chat, "conduct-warnings", Http.nothing()).with(201);
        casey.act(chat, "conduct-warnings", Http.nothing()).with(422);
        casey.act(chat, "escalations", abuse).with(201);
        assertThat(pat.chat().raw()).contains("keep the conversation professional");
    }

    /// Somebody who is there on the rung is asked, helps, gives back; somebody else reviews it.
    private void isHelped() {
        JsonNode asked =
                Wait.until(
                        "somebody who is asked to help",
                        () -> casey.chat(chat).at("/escalations/0"),
                        one -> one.has("helper"));
        assertThat(asked.at("/helper/id").asString()).isEqualTo("sam");
        String escalation = "escalations/" + asked.path("escalationId").asString();
        Answer tooLow = morgan.act(chat, escalation + "/help", Http.nothing()).with(409);
        assertThat(tooLow.text("code")).isEqualTo("below-the-rung");
        sam.awaits(chat);
        sam.act(chat, escalation + "/help", Http.nothing()).with(200);
        sam.act(chat, escalation + "/return", Map.of("outcome", "Spoke with Pat.")).with(200);
        assertThat(toReview()).contains(chat);
        morgan.act(chat, escalation + "/review", Map.of("verdict", "within-policy")).with(200);
        Wait.until("a queue without it", this::toReview, queue -> !queue.contains(chat));
        JsonNode reviewed = casey.chat(chat).at("/escalations/0");
        assertThat(reviewed.path("state").asString()).isEqualTo("returned");
        assertThat(reviewed.at("/review/helpedFirst").asBoolean()).isTrue();
        sam.is("offline");
    }

    private String toReview() {
        return morgan.get("/escalation-reviews").toString();
    }

    private void promiseTooMuch() {
        Answer refused =
                casey.act(
                                chat,
                                "messages",
                                Map.of("text", "I guarantee you will get a full refund."))
                        .with(422);
        assertThat(refused.text("code")).isEqualTo("sop-violation");
    }

    private String promise() {
        return casey.act(chat, "follow-ups", Map.of("what", "Call back about the invoice"))
                .with(201)
                .text("followUpId");
    }

    private void end(String followUp) {
        casey.act(
                        chat,
                        "notes",
                        Map.of(
                                "text",
                                "Customer reported a wrong invoice. Corrected the invoice and"
                                        + " promised a call back by Casey."))
                .with(201);
        casey.act(chat, "resolution-proposal", Http.nothing()).with(200);
        pat.act("resolution-answer", Map.of("resolved", true)).with(200);
        casey.act(chat, "resolution", Map.of("summary", "Corrected the invoice of this month."))
                .with(200);
        Answer unsettled = casey.act(chat, "closure", Http.nothing()).with(422);
        assertThat(requirements(unsettled.body().path("violations"))).contains("R130", "R23");
        Map<String, String> settled =
                Map.of(
                        "followUpId",
                        followUp,
                        "what",
                        "Call back about the invoice",
                        "owner",
                        "casey",
                        "dueAt",
                        java.time.Instant.now().plusSeconds(86_400).toString());
        casey.act(chat, "follow-ups", settled).with(201);
        casey.act(
                        chat,
                        "classification",
                        Map.of("category", "billing", "fields", Map.of("ticket", "T-7")))
                .with(200);
        assertThat(next("close")).isEmpty();
        casey.act(chat, "closure", Http.nothing()).with(200);
        casey.act(chat, "follow-ups/" + followUp + "/completion", Map.of("outcome", "Called"))
                .with(200);
        pat.act("rating", Map.of("score", 4)).with(200);
    }

    private void goOn() {
        Answer many =
                http.post(
                                "/chats/bulk",
                                morgan.token(),
                                Map.of(
                                        "act",
                                        "reopening",
                                        "chatIds",
                                        List.of(chat),
                                        "body",
                                        Map.of("reason", "The fee was charged again.")))
                        .with(200);
        assertThat(many.body().at("/results/0/status").asInt()).isEqualTo(200);
        Wait.until(
                "somebody for the reopened chat",
                () -> morgan.chat(chat),
                document -> document.path("state").asString("").equals("assigned"));
    }

    private void tellsItsStory() {
        String log = morgan.get("/chats/" + chat + "/events").toString();

        assertThat(log)
                .contains("rule-overridden", "rule-violated", "concern-noticed")
                .contains("customer-verified", "conduct-warning-given", "follow-up-completed")
                .contains("chat.rated", "chat.reopened")
                .contains("chat.help-asked", "chat.escalation-reviewed");
        assertThat(pat.chat().raw())
                .doesNotContain("concern")
                .doesNotContain("security-questions")
                .doesNotContain("T-7");
    }

    private JsonNode next(String act) {
        JsonNode acts = casey.get("/chats/" + chat + "/next").path("acts");
        return StreamSupport.stream(acts.spliterator(), false)
                .filter(one -> one.path("act").asString("").equals(act))
                .findFirst()
                .orElseThrow()
                .path("violations");
    }

    private static List<String> requirements(JsonNode violations) {
        return StreamSupport.stream(violations.spliterator(), false)
                .map(one -> one.path("requirement").asString(""))
                .toList();
    }
}

package io.chatkeeper.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.local.House;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// The garden shop closes for three days: a message is left. Then a new version of its procedure
/// opens it, and what was left is answered.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedHouse.class)
class HoursIT {
    private static final String SOP = "/sops/customer-care";
    private static final String OPEN_DESK =
            "care: {role: csr, calendar: always, strategy: [skill, previous-agent, least-loaded],"
                    + " entry: true}";
    private static final String CLOSED_DESK =
            """
            care:
                role: csr
                calendar: one-day
                entry: true
                closed: {leaveMessage: {followUp: PT2H, text: "We are back {opens}."}}
            """
                    .strip();

    private Http http;
    private Agent casey;

    @BeforeAll
    void signIn(House house) {
        http = new Http(house.url());
        casey = Agent.signsIn(http, "casey").is("available");
    }

    @Test
    void a_message_left_at_a_closed_desk_is_answered_once_it_is_open() {
        JsonNode now = http.get(SOP, casey.token()).with(200).body();
        int version = now.at("/sop/version").asInt();
        String open = now.path("yaml").asString();
        publish(version, closing(open));
        JsonNode site =
                Wait.until(
                        "the shop to be closed",
                        () -> http.get("/sites/shop", null).with(200).body(),
                        shop -> !shop.path("open").asBoolean(true));
        assertThat(site.has("opensAt")).isTrue();

        Visitor visitor = Visitor.opens(http, "shop", "Ivy", "My roses have not come.");
        JsonNode left =
                Wait.until(
                        "the promise",
                        () -> http.get("/chats/" + visitor.chatId(), casey.token()).body(),
                        chat -> chat.path("followUps").size() == 1);
        assertThat(texts(visitor.chat().body()).getLast()).startsWith("We are back ");
        assertThat(left.at("/followUps/0/dueAt").asString())
                .isEqualTo(site.path("answerBy").asString());
        assertThat(left.at("/closedDesks/0/opensAt").asString())
                .isEqualTo(site.path("opensAt").asString());
        JsonNode desk =
                Wait.until(
                        "the chat in line",
                        () -> casey.get("/desks/care"),
                        line -> line.path("waiting").asInt() == 1);
        assertThat(desk.path("open").asBoolean(true)).isFalse();
        assertThat(desk.path("available").asInt()).isPositive();

        publish(version + 1, open);
        isAnswered(visitor);
    }

    private void isAnswered(Visitor visitor) {
        Wait.until("the shop to be open", this::looks, shop -> shop);
        casey.is("away").is("available");
        casey.awaits(visitor.chatId());
        Wait.until(
                "the promise to be Casey's",
                () -> casey.chat(visitor.chatId()).at("/followUps/0/owner").asString(""),
                owner -> owner.equals("casey"));
        casey.says(visitor.chatId(), "Hi Ivy, I'm Casey. Your roses leave today.");
        Wait.until(
                "the promise to be kept",
                () -> casey.chat(visitor.chatId()).at("/followUps/0/state").asString(),
                state -> state.equals("completed"));
    }

    private boolean looks() {
        return http.get("/sites/shop", null).with(200).body().path("open").asBoolean(false);
    }

    @Test
    void a_transfer_to_a_skill_finds_who_has_it_or_comes_back_with_the_reason() {
        Agent lee = Agent.signsIn(http, "lee").is("available");
        Visitor visitor = Visitor.opens(http, "loan", "Una", "Can I have a second mortgage?");
        String chat = visitor.chatId();
        casey.awaits(chat);
        casey.says(chat, "Hi Una, I'm Casey. Let me find somebody who knows.");
        String context = "Asks for a second mortgage on her house.";
        casey.act(chat, "transfers", Map.of("toSkill", "juggling", "context", context)).with(201);
        JsonNode back =
                Wait.until(
                        "the way back",
                        () -> casey.chat(chat),
                        seen -> seen.at("/transfers/0/state").asString("").equals("returned"));
        assertThat(back.at("/transfers/0/reason").asString())
                .isEqualTo("nobody has the skill juggling");
        assertThat(texts(visitor.chat().body()).getLast()).contains("stays with you");
        casey.act(chat, "transfers", Map.of("toSkill", "Mortgages", "context", context)).with(201);
        lee.awaits(chat);
        JsonNode found = casey.chat(chat);
        assertThat(found.at("/transfers/1/toSkill").asString()).isEqualTo("mortgages");
        assertThat(found.at("/transfers/1/toDesk").asString()).isEqualTo("loan-engineers");
        String transfer = found.at("/transfers/1/transferId").asString();
        lee.act(chat, "transfers/" + transfer + "/acknowledgement", Http.nothing()).with(200);
    }

    private static List<String> texts(JsonNode chat) {
        return StreamSupport.stream(chat.path("messages").spliterator(), false)
                .map(message -> message.path("text").asString())
                .toList();
    }

    /// The desk is open on one day of the week only, three days from now.
    private static String closing(String yaml) {
        String day =
                LocalDate.now(ZoneOffset.UTC)
                        .plusDays(3)
                        .getDayOfWeek()
                        .name()
                        .substring(0, 3)
                        .toLowerCase(Locale.ROOT);
        String calendar =
                "calendars:\n  one-day: {zone: UTC, hours: {" + day + ": [\"00:00-24:00\"]}}\n";
        assertThat(yaml).contains(OPEN_DESK);
        return yaml.replace(OPEN_DESK, CLOSED_DESK).replace("calendars:\n", calendar);
    }

    private void publish(int current, String yaml) {
        String next = yaml.replaceFirst("\nversion: \\d+\n", "\nversion: " + (current + 1) + "\n");
        http.send(
                        http.request(SOP, http.signIn("ada"))
                                .header("Content-Type", "application/yaml")
                                .header("If-Match", "\"" + current + "\"")
                                .PUT(BodyPublishers.ofString(next)))
                .with(201);
    }
}

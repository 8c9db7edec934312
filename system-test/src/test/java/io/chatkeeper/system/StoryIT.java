package io.chatkeeper.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.local.House;
import io.chatkeeper.torture.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/// The story of the main job over HTTP and the live streams. The house is closed once in between
/// and opened again over the same data, with an SOP that counts in seconds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryIT {
    private final Path data = Houses.temporaryFolder("story");
    private static final String FIRST = LocalDate.now(ZoneOffset.UTC).minusDays(2).toString();
    private static final String LAST = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
    private static final String DAYS = "?from=" + FIRST + "&to=" + LAST;

    private final TraceCollector traces = new TraceCollector();
    private House house;
    private Http http;

    @BeforeAll
    void open() {
        house = Houses.traced(data, traces.address());
        http = new Http(house.url());
    }

    @AfterAll
    void close() {
        house.close();
        traces.close();
    }

    @Test
    @Order(1)
    void one_chat_goes_through_the_whole_house() {
        new LoanStory(http, _ -> {}).play();
        theTraceOfTheTransferShowsEveryHop();
        aForeignClientReadsTheChat();
    }

    private void aForeignClientReadsTheChat() {
        String closed = "io.chatkeeper.chat.closed.v1";
        List<JsonNode> read = ForeignReader.reads(house.kafka(), "chat.events", closed);
        String chat = read.getLast().path("subject").asString();
        List<JsonNode> its =
                read.stream()
                        .filter(event -> event.path("subject").asString().equals(chat))
                        .toList();
        assertThat(its.getFirst().path("type").asString())
                .isEqualTo("io.chatkeeper.chat.opened.v1");
        assertThat(its)
                .extracting(event -> event.path("sequence").asString())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(its)
                .allSatisfy(
                        event -> assertThat(event.at("/data/chatId").asString()).isEqualTo(chat));
    }

    private void theTraceOfTheTransferShowsEveryHop() {
        String requested = "io.chatkeeper.chat.transfer-requested.v1";
        Set<String> hops =
                Set.of(
                        "gateway: chat.commands send",
                        "chat: io.chatkeeper.chat.transfer.v1",
                        "chat: journal append",
                        "chat: chat.events send",
                        "chat: replies send",
                        "gateway: replies receive",
                        "gateway: chat.events receive",
                        "projection: " + requested,
                        "sla: " + requested,
                        "sla: sla.commands send",
                        "sla: io.chatkeeper.clock.observe.v1",
                        "sla: journal append",
                        "routing: " + requested,
                        "routing: routing.commands send",
                        "routing: io.chatkeeper.desk.queue-chat.v1",
                        "routing: journal append",
                        "routing: routing.events send",
                        "chat: io.chatkeeper.chat.assign.v1",
                        "projection: io.chatkeeper.chat.assigned.v1");
        Wait.until(
                "every hop, and the hop before each",
                () ->
                        traces.traceWith(
                                "gateway: POST /api/v1/chats/{id}/transfers",
                                "chat: chat.events send"),
                seen ->
                        TraceCollector.names(seen).containsAll(hops)
                                && TraceCollector.astray(seen).isEmpty());
        assertThat(traces.raw()).doesNotContain(LoanStory.CONTEXT).doesNotContain("Dana");
    }

    @Test
    @Order(2)
    void it_goes_through_while_every_service_is_killed_once() {
        Deque<String> victims = new ArrayDeque<>(Houses.services());
        new LoanStory(
                        http,
                        _ -> {
                            if (!victims.isEmpty()) {
                                house.kill(victims.poll());
                            }
                        })
                .play();
        assertThat(victims).isEmpty();
        house.awaitReady();
    }

    @Test
    @Order(3)
    void a_visitor_who_just_leaves_frees_the_slot() {
        Agent casey = Agent.signsIn(http, "casey").is("available");
        int before = held(casey);
        Visitor third = Visitor.opens(http, "loan", "Tom", "Hello?");
        casey.awaits(third.chatId());
        third.act("departure", Http.nothing()).with(200);
        Wait.until("the slot to be free", () -> held(casey), held -> held == before);
        assertThat(third.chat().text("state")).isEqualTo("closed");
    }

    @Test
    @Order(4)
    void a_transfer_that_nobody_acknowledges_is_escalated_and_the_customer_told_once() {
        String reported = report();
        house.close();
        assertThat(recounted()).isEqualTo(reported);
        house = Houses.open(data, Houses.hurriedSops(Houses.temporaryFolder("sops")));
        http = new Http(house.url());
        Agent casey = Agent.signsIn(http, "casey").is("available");
        Agent lee = Agent.signsIn(http, "lee").is("available");
        Agent morgan = Agent.signsIn(http, "morgan").is("available");
        Visitor eli = Visitor.opens(http, "loan", "Eli", "What about my payoff letter?");
        String chat = eli.chatId();
        casey.awaits(chat);
        casey.says(chat, "Hi Eli, I'm Casey. I'll bring in a specialist.");
        casey.act(
                        chat,
                        "transfers",
                        Map.of("toDesk", "loan-engineers", "context", LoanStory.CONTEXT))
                .with(201);
        lee.awaits(chat);
        JsonNode breached =
                Wait.until(
                        "the breach and what follows",
                        () -> morgan.chat(chat),
                        seen -> seen.path("escalations").size() == 1);
        assertThat(breached.path("sop").path("version").asInt()).isEqualTo(900);
        assertThat(breached.path("escalations").path(0).path("toDesk").asString())
                .isEqualTo("leads");
        List<String> told =
                Wait.until(
                        "the word to the customer", () -> saidBySystem(eli), one -> !one.isEmpty());
        assertThat(told.getFirst()).contains(eli.reference()).contains("chat@loans.example");
        warnedAndBreachedOnce(morgan, chat);
        casey.act(chat, "takeover", Http.nothing()).with(409);
        morgan.act(chat, "takeover", Http.nothing()).with(200);
        morgan.awaits(chat);
        Wait.until("Lee to be free", () -> lee.inboxRow(chat), java.util.Optional::isEmpty);
        morgan.says(chat, "Hi Eli, I'm Morgan, and I have your letter in front of me.");
        assertThat(saidBySystem(eli)).hasSize(1);
        assertThat(morgan.chat(chat).path("escalations")).hasSize(1);
    }

    /// All promises that the read model knows of, once nothing comes to it any more.
    private String report() {
        String morgan = Agent.signsIn(http, "morgan").token();
        Supplier<String> table =
                () -> http.get("/reports/clocks" + DAYS + "&format=csv", morgan).with(200).raw();
        return Wait.until(
                        "the promises of two stories",
                        () -> {
                            String before = table.get();
                            Wait.aMoment(Duration.ofSeconds(1));
                            return before.equals(table.get()) ? before : "";
                        },
                        one -> one.contains(",lee,tidio-loan@"))
                .strip();
    }

    /// The same, counted from the log.
    private String recounted() {
        return Houses.run(data, "clock-report", FIRST, LAST).strip();
    }

    @Test
    @Order(5)
    void an_agent_whose_console_is_lost_is_away_and_a_colleague_gets_the_chat() {
        Agent casey = Agent.signsIn(http, "casey").is("available");
        Agent cam = Agent.signsIn(http, "cam").is("away");
        LiveStream console = casey.stream();
        console.await("to be seen", frame -> frame.is("agent.console-seen"));
        int before = held(casey);
        Visitor fay = Visitor.opens(http, "loan", "Fay", "Is my appointment tomorrow?");
        casey.awaits(fay.chatId());
        casey.says(fay.chatId(), "Hi Fay, I'm Casey. Let me look.");
        console.close();
        Wait.until("Casey to be away", () -> status(cam, "casey"), "away"::equals);
        assertThat(cam.get("/agents/casey").has("lostSince")).isTrue();
        Wait.until(
                "the chat to be in line again", () -> fay.chat().text("state"), "waiting"::equals);
        cam.is("available");
        cam.awaits(fay.chatId());
        Wait.until("a free slot", () -> held(casey), held -> held <= before);
        try (LiveStream _ = casey.stream()) {
            Wait.until("Casey to be back", () -> status(cam, "casey"), "available"::equals);
        }
    }

    @Test
    @Order(6)
    void a_house_from_a_backup_tells_the_same_and_goes_on_with_the_chats() {
        Agent cam = Agent.signsIn(http, "cam").is("available");
        Agent.signsIn(http, "casey").is("away");
        Visitor gil = Visitor.opens(http, "loan", "Gil", "Did my papers arrive?");
        String chat = gil.chatId();
        cam.awaits(chat);
        cam.says(chat, "Hi Gil, I'm Cam. They did, this morning.");
        SortedSet<String> chats;
        try (TopicReader log = new TopicReader(house.kafka())) {
            chats = log.chats();
        }
        Map<String, String> told = new Told(http, chats, DAYS).settled(chat);
        house.close();

        Path kept = Houses.temporaryFolder("backup");
        Path restored = Houses.temporaryFolder("restored");
        String verified = Houses.run(data, "verify-log").strip();
        Houses.run(data, "backup", kept.toString());
        assertThat(Houses.run(restored, "restore", kept.toString()).strip()).endsWith(verified);

        house = Houses.rebuilt(restored);
        http = new Http(house.url());
        assertThat(new Told(http, chats, DAYS).settled(chat)).containsAllEntriesOf(told);
        gil.at(http).act("messages", Map.of("text", "Thank you!")).with(201);
        Agent.signsIn(http, "cam").says(chat, "You are welcome, Gil.");
        Visitor ida = Visitor.opens(http, "loan", "Ida", "And mine?");
        Agent.signsIn(http, "cam").awaits(ida.chatId());
    }

    private static String status(Agent by, String agentId) {
        return by.get("/agents/" + agentId).path("status").asString();
    }

    private static List<String> saidBySystem(Visitor visitor) {
        return StreamSupport.stream(visitor.chat().body().path("messages").spliterator(), false)
                .filter(one -> one.path("author").path("kind").asString().equals("system"))
                .map(one -> one.path("text").asString())
                .toList();
    }

    private static void warnedAndBreachedOnce(Agent morgan, String chat) {
        JsonNode clocks =
                Wait.until(
                        "the clock breached",
                        () -> morgan.chat(chat).path("clocks"),
                        seen ->
                                StreamSupport.stream(seen.spliterator(), false)
                                        .anyMatch(one ->
                                                one.path("clock")
                                                                .asString()
                                                                .equals("transfer-acknowledgement")
                                                        && one.path("state")
                                                                .asString()
                                                                .equals("breached")));
        assertThat(clocks.size()).isEqualTo(2);
    }

    private static int held(Agent agent) {
        return agent.get("/me").path("held").asInt();
    }
}

package io.chatkeeper.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.chatkeeper.contract.ClockDimension;
import io.chatkeeper.contract.ClockTally;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.PublicChatEvent.*;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.projection.Happened;
import io.chatkeeper.projection.chats.ChatView;
import io.chatkeeper.projection.chats.OpenChatView;
import io.chatkeeper.projection.clocks.ClockOutcomeView;
import io.chatkeeper.projection.clocks.ClockReports;
import io.chatkeeper.testkit.RealParts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.ObjectNode;

/// The view store and the projector over the embedded store.
@ExtendWith(RealParts.class)
class ViewStoreIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String CHAT = "chat-a";

    private final List<View> views = List.of(new ChatView(Happened.JSON));
    private MongoClient client;
    private ViewStore store;

    @BeforeEach
    void connect(RealParts.Addresses addresses) {
        client = MongoClients.create(addresses.mongo());
        store =
                new ViewStore(
                        client.getDatabase(
                                "views_" + UUID.randomUUID().toString().substring(0, 8)));
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private static Happened story() {
        return Happened.on(
                CHAT,
                new ChatOpened(
                        CHAT,
                        "CK-1",
                        "loan",
                        new SopRef("tidio-loan", 1),
                        "front",
                        Customer.unknown(),
                        null,
                        Map.of()),
                new ChatAssigned(CHAT, "casey", "Casey", "front", null),
                new TransferRequested(
                        CHAT, "t", "casey", "front", "back", null, PersonalText.of("c")),
                new ChatAssigned(CHAT, "lee", "Lee", "back", "t"),
                new TransferAcknowledged(CHAT, "t", "lee", "Lee", "back", "casey"));
    }

    private static ChatClosed closed() {
        return new ChatClosed(CHAT, "lee", null, "back", "done");
    }

    private Projector projector() {
        return new Projector(views, store);
    }

    private Folded found(String collection) {
        return store.find(collection, CHAT).block(LIMIT);
    }

    private static ObjectNode document(String text) {
        return Happened.JSON.createObjectNode().put("text", text);
    }

    private void write(List<Folded> changed, List<Folded> gone) {
        store.save("things", changed, gone);
    }

    @Test
    void a_document_comes_back_as_it_was() {
        ObjectNode document =
                Happened.read("{'a':[1,2.5,true,{'b':'c'}],'n':12345678901,'t':'ä €'}");
        write(List.of(new Folded("x", 7, document)), List.of());
        Folded found = store.find("things", "x").block(LIMIT);
        assertThat(found).isEqualTo(new Folded("x", 7, document));
        assertThat(store.find("things", "y").blockOptional(LIMIT)).isEmpty();
    }

    @Test
    void an_older_fold_neither_replaces_nor_deletes_a_newer_one() {
        write(List.of(new Folded("x", 5, document("new"))), List.of());
        write(
                List.of(new Folded("x", 4, document("old")), new Folded("y", 1, document("y"))),
                List.of());
        write(List.of(), List.of(new Folded("x", 4, document("gone"))));
        assertThat(store.find("things", "x").block(LIMIT).document()).isEqualTo(document("new"));
        assertThat(store.find("things", "y").block(LIMIT).version()).isEqualTo(1);
        write(List.of(), List.of(new Folded("x", 6, document("gone"))));
        assertThat(store.find("things", "x").blockOptional(LIMIT)).isEmpty();
    }

    @Test
    void lists_are_filtered_and_limited() {
        for (int i = 0; i < 5; i++) {
            write(List.of(new Folded("x" + i, 1, document(i < 3 ? "a" : "b"))), List.of());
        }
        assertThat(store.list("things", Filters.eq("text", "a"), 10).collectList().block(LIMIT))
                .hasSize(3);
        assertThat(store.list("things", Filters.empty(), 2).collectList().block(LIMIT)).hasSize(2);
        assertThat(store.findAll("things", List.of("x1", "x4", "no")).collectList().block(LIMIT))
                .hasSize(2);
        assertThat(store.findAll("things", List.of()).collectList().block(LIMIT)).isEmpty();
    }

    @Test
    void events_one_by_one_make_what_a_rebuild_makes() {
        Happened story = story();
        for (var event : story.events()) {
            Projector fresh = projector();
            fresh.handle(event);
            fresh.finish();
        }
        ObjectNode incremental = found(ChatView.COLLECTION).document();
        assertThat(incremental).isEqualTo(story.foldedBy(views.getFirst()));
        assertThat(found(ChatView.COLLECTION).version()).isEqualTo(5);
        assertThat(found(OpenChatView.COLLECTION).document())
                .isEqualTo(new OpenChatView().of(story.foldedBy(views.getFirst())));
    }

    @Test
    void an_event_that_comes_again_changes_nothing() {
        Projector projector = projector();
        story().events().forEach(projector::handle);
        projector.finish();
        Folded once = found(ChatView.COLLECTION);
        for (Projector again : List.of(projector, projector())) {
            story().events().forEach(again::handle);
            again.finish();
            assertThat(found(ChatView.COLLECTION)).isEqualTo(once);
        }
    }

    @Test
    void a_closed_chat_leaves_the_list_and_its_repeated_events_don_t_bring_it_back() {
        Happened story = story().then(closed());
        Projector projector = projector();
        story.events().forEach(projector::handle);
        projector.finish();
        assertThat(store.find(OpenChatView.COLLECTION, CHAT).blockOptional(LIMIT)).isEmpty();
        Projector restarted = projector();
        for (var event : story.events().subList(2, 6)) {
            restarted.handle(event);
            restarted.finish();
        }
        assertThat(store.find(OpenChatView.COLLECTION, CHAT).blockOptional(LIMIT)).isEmpty();
        assertThat(found(ChatView.COLLECTION).document().path("state").asString())
                .isEqualTo("closed");
    }

    @Test
    void what_another_instance_has_folded_meanwhile_is_not_lost() {
        var events = story().events();
        Projector first = projector();
        first.handle(events.get(0));
        first.finish();
        Projector second = projector();
        events.subList(1, 4).forEach(second::handle);
        second.finish();
        first.handle(events.get(4));
        first.finish();
        assertThat(found(ChatView.COLLECTION).document())
                .isEqualTo(story().foldedBy(views.getFirst()));
    }

    @Test
    void a_report_adds_up_the_days_it_is_asked_for_by_what_it_is_asked_for() {
        ClockReports reports = new ClockReports(store);
        assertThat(reports.prepare().block(LIMIT)).isNotNull();
        outcomes("chat-a", settled("2026-11-21", "lee", false), settled("2026-11-22", "lee", true));
        outcomes("chat-b", settled("2026-11-22", "lou", true), "{'clock':'ack','agent':''}");
        outcomes("chat-c", settled("2026-11-20", "lee", true), settled("2026-11-23", "lee", true));
        LocalDate from = LocalDate.parse("2026-11-21");
        LocalDate to = LocalDate.parse("2026-11-22");
        assertThat(reports.lines(from, to, EnumSet.of(ClockDimension.AGENT)).block(LIMIT))
                .containsExactly(
                        new ClockTally(null, null, null, "lee", null, 1, 1),
                        new ClockTally(null, null, null, "lou", null, 1, 0));
        assertThat(reports.lines(from, to, EnumSet.allOf(ClockDimension.class)).block(LIMIT))
                .hasSize(3)
                .startsWith(new ClockTally(from, "ack", "front", "lee", "loan@3", 0, 1));
        assertThat(reports.lines(to.plusDays(9), to.plusDays(9), Set.of()).block(LIMIT)).isEmpty();
    }

    private static String settled(String day, String agent, boolean kept) {
        return "{'day':'%s','clock':'ack','desk':'front','agent':'%s','sop':'loan@3','kept':%s}"
                .formatted(day, agent, kept);
    }

    private void outcomes(String subject, String... rows) {
        ObjectNode document = Happened.read("{'rows':[" + String.join(",", rows) + "]}");
        store.save(
                ClockOutcomeView.COLLECTION, List.of(new Folded(subject, 1, document)), List.of());
    }
}

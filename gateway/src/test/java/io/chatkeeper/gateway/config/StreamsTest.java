package io.chatkeeper.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.PublicChatEvent.ChatNoted;
import io.chatkeeper.contract.PublicChatEvent.MessagePosted;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.PublicNotesEvent.NoteAccepted;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.gateway.Happened;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;

/// The two live streams over HTTP: frames as they are described, and nothing internal for visitors.
class StreamsTest extends SliceTest {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @BeforeEach
    void chat_is_there() {
        house.put("/internal/chats/chat-a", Documents.chat("chat-a"));
        house.put("/internal/chats", Map.of("items", List.of(Documents.row("chat-a"))));
        house.put("/internal/agents/casey", Documents.agent("casey", "customer-service"));
        house.put("/internal/streams/chat-a/events", "{\"items\":[]}");
    }

    private static PublicEvent message(String chat, String text) {
        return new MessagePosted(
                chat,
                "m-" + text,
                null,
                new Author(ActorKind.AGENT, "SECRET", "Casey Lin"),
                PersonalText.of(text));
    }

    private static PublicEvent note(String chat) {
        return new NoteAccepted(
                chat, "n", "general", NoteText.free("SECRET"), new SopRef("tidio-loan", 1), false);
    }

    private List<ServerSentEvent<String>> frames(
            String path, String token, String cursor, int count, Runnable whenOpen) {
        return http.get()
                .uri(path)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .header("Authorization", "Bearer " + token)
                .headers(headers -> {
                    if (cursor != null) {
                        headers.set("Last-Event-ID", cursor);
                    }
                })
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                .getResponseBody()
                .filter(frame -> !"heartbeat".equals(frame.event()))
                .doOnNext(frame -> {
                    if ("snapshot".equals(frame.event())) {
                        whenOpen.run();
                    }
                })
                .take(count)
                .collectList()
                .block(LIMIT);
    }

    private void has(String schema, ServerSentEvent<String> frame) {
        assertThat(described().schemaFaults(schema, String.valueOf(frame.data())))
                .as("%s", frame)
                .isEmpty();
    }

    @Test
    void a_visitor_gets_a_snapshot_and_then_public_events_alone() {
        house.put("/internal/chats/chat-v", Documents.chat("chat-v"));
        house.put("/internal/streams/chat-v/events", "{\"items\":[]}");
        var frames =
                frames(
                        "/api/v1/chats/chat-v/stream",
                        visitor("chat-v"),
                        null,
                        2,
                        () -> {
                            log.publish(Happened.nth(1, note("chat-v")));
                            log.publish(
                                    Happened.nth(
                                            10,
                                            new ChatNoted(
                                                    "chat-v", "n", "general", "SECRET", "h")));
                            log.publish(Happened.nth(11, message("chat-v", "hello")));
                        });
        has("VisitorSnapshot", frames.get(0));
        has("VisitorEvent", frames.get(1));
        assertThat(frames.get(0).id()).isEqualTo("c9");
        assertThat(frames.get(1).id()).isEqualTo("c11");
        assertThat(frames.toString()).contains("hello").doesNotContain("SECRET");
    }

    @Test
    void an_unknown_cursor_gets_a_reset_and_a_snapshot() {
        for (String cursor : new String[] {"nonsense", "c999", "c-1", "c99999999999999999999"}) {
            var frames = frames(CHAT + "/stream", visitor("chat-a"), cursor, 2, () -> {});
            assertThat(frames.get(0).event()).as(cursor).isEqualTo("reset");
            has("Reset", frames.get(0));
            assertThat(frames.get(1).event()).isEqualTo("snapshot");
        }
    }

    @Test
    void a_known_cursor_goes_on_behind_it_with_what_the_journal_has() {
        house.put(
                "/internal/streams/chat-a/events",
                """
                {"items":[{"eventId":"12","sequence":12,
                 "type":"io.chatkeeper.chat.message-posted.v1","time":"2026-11-22T12:00:00Z",
                 "actor":{"kind":"agent","id":"SECRET"},
                 "data":{"messageId":"m","author":{"kind":"agent","id":"SECRET","name":"C"},
                  "text":{"plain":"hello"}}}]}
                """);
        var frames = frames(CHAT + "/stream", visitor("chat-a"), "c11", 1, () -> {});
        has("VisitorEvent", frames.getFirst());
        assertThat(frames.getFirst().id()).isEqualTo("c12");
        assertThat(frames.toString()).doesNotContain("SECRET");
    }

    @Test
    void an_agent_gets_inbox_and_events_and_resumes_where_the_stream_was_cut() {
        var first =
                frames(
                        "/api/v1/me/stream",
                        agent("casey"),
                        null,
                        2,
                        () -> log.publish(Happened.nth(20, message("chat-a", "one"))));
        has("AgentSnapshot", first.get(0));
        has("StreamEvent", first.get(1));
        log.publish(Happened.nth(21, message("chat-a", "two")));
        var next = frames("/api/v1/me/stream", agent("casey"), first.get(1).id(), 1, () -> {});
        has("StreamEvent", next.getFirst());
        assertThat(next.getFirst().data()).contains("\"two\"");
        var reset = frames("/api/v1/me/stream", agent("casey"), "elsewhere.7", 2, () -> {});
        assertThat(reset.getFirst().event()).isEqualTo("reset");
    }

    @Test
    void a_stream_that_can_t_begin_is_a_problem_and_no_stream() {
        house.away = true;
        for (String path : List.of(CHAT + "/stream", "/api/v1/me/stream")) {
            Got got = get(path, path.contains("me") ? agent("casey") : visitor("chat-a"));
            assertThat(got.status()).isEqualTo(503);
            assertThat(got.code()).isEqualTo("queries-unavailable");
            assertThat(got.headers().getFirst("Retry-After")).isEqualTo("2");
        }
    }

    @Test
    void a_chat_the_view_has_not_heard_of_is_behind_and_not_missing() {
        assertThat(get("/api/v1/chats/chat-b/stream", visitor("chat-b")).status()).isEqualTo(404);
        assertThat(house.asked).anyMatch(uri -> uri.endsWith("chat-b?minSequence=1"));
    }
}

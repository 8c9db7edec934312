package io.chatkeeper.gateway.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.pipeline.Json;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A visitor's stream carries listed events with listed fields, whatever else happens.
class VisitorEventsTest {
    private static final Map<WireNames, Set<String>> SHOWN =
            Map.ofEntries(
                    Map.entry(WireNames.CHAT_OPENED, Set.of("reference", "topic")),
                    Map.entry(WireNames.CHAT_ASSIGNED, Set.of("agentName")),
                    Map.entry(
                            WireNames.MESSAGE_POSTED,
                            Set.of("messageId", "clientMessageId", "author", "text")),
                    Map.entry(WireNames.VISITOR_LEFT, Set.of("reason")),
                    Map.entry(WireNames.TRANSFER_ACKNOWLEDGED, Set.of("agentName")),
                    Map.entry(WireNames.CHAT_TAKEN_OVER, Set.of("agentName")),
                    Map.entry(WireNames.RESOLUTION_PROPOSED, Set.of("question")),
                    Map.entry(WireNames.RESOLUTION_CONFIRMED, Set.of("score")),
                    Map.entry(WireNames.RESOLUTION_REFUSED, Set.of()),
                    Map.entry(WireNames.CHAT_RESOLVED, Set.of("summary")),
                    Map.entry(WireNames.CHAT_CLOSED, Set.of()),
                    Map.entry(WireNames.CHAT_REOPENED, Set.of()),
                    Map.entry(WireNames.CHAT_GIVEN_BACK, Set.of()),
                    Map.entry(WireNames.CHAT_RATED, Set.of("score")));

    /// The event with something in every field it can have, and in some it should not have.
    private static ObjectNode full(WireNames name) {
        ObjectNode event = Json.mapper().createObjectNode();
        for (String field : new String[] {"id", "streamId", "time", "chatId", "correlationId"}) {
            event.put(field, "said");
        }
        event.put("type", name.wireName()).put("sequence", 3).put("sopVersion", "said");
        event.putObject("actor").put("kind", "agent").put("id", "SECRET").put("role", "lead");
        ObjectNode data = event.putObject("data");
        for (RecordComponent part : parts(name)) {
            if (!part.getName().equals("transferId") || name != WireNames.CHAT_ASSIGNED) {
                data.put(part.getName(), "SECRET");
            }
        }
        for (String alien : new String[] {"note", "context", "clocks", "sop", "desk", "receiver"}) {
            data.put(alien, "SECRET");
        }
        if (name == WireNames.MESSAGE_POSTED) {
            data.putObject("author").put("kind", "agent").put("id", "SECRET").put("name", "C");
        }
        return event;
    }

    private static RecordComponent[] parts(WireNames name) {
        return WireNames.eventClass(name.wireName())
                .map(Class::getRecordComponents)
                .orElse(new RecordComponent[0]);
    }

    @ParameterizedTest
    @EnumSource
    void only_listed_events_are_shown_and_of_them_only_listed_fields(WireNames name) {
        var shown = VisitorEvents.shown(full(name));
        assertThat(shown.isPresent()).isEqualTo(SHOWN.containsKey(name));
        shown.ifPresent(event -> {
            assertThat(names(event))
                    .containsExactlyInAnyOrder(
                            "id",
                            "type",
                            "streamId",
                            "sequence",
                            "time",
                            "chatId",
                            "actor",
                            "data");
            assertThat(names(event.path("actor"))).containsExactly("kind");
            assertThat(names(event.path("data")))
                    .containsExactlyInAnyOrderElementsOf(SHOWN.get(name));
            assertThat(event.at("/data/author").has("id")).isFalse();
        });
    }

    @Test
    void what_is_shown_are_events_of_the_chat_alone() {
        assertThat(SHOWN.keySet())
                .allMatch(name ->
                        WireNames.eventClass(name.wireName())
                                .filter(PublicChatEvent.class::isAssignableFrom)
                                .isPresent());
    }

    @Test
    void the_receiver_of_an_open_transfer_is_internal() {
        ObjectNode assigned = full(WireNames.CHAT_ASSIGNED);
        ((ObjectNode) assigned.path("data")).put("transferId", "t");
        assertThat(VisitorEvents.shown(assigned)).isEmpty();
    }

    @Test
    void an_event_of_an_unknown_type_is_internal() {
        ObjectNode unknown = full(WireNames.CHAT_CLOSED);
        assertThat(VisitorEvents.shown(unknown.put("type", "io.chatkeeper.chat.new.v1"))).isEmpty();
        assertThat(VisitorEvents.shown(Json.mapper().createObjectNode())).isEmpty();
    }

    private static Set<String> names(JsonNode node) {
        return Arrays.stream(node.propertyNames().toArray(String[]::new))
                .collect(Collectors.toSet());
    }
}

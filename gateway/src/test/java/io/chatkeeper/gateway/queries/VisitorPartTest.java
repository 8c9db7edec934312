package io.chatkeeper.gateway.queries;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.pipeline.Json;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// However full the document is, the visitor's part holds listed fields alone.
class VisitorPartTest {
    private static final long SEED = 20_261_122;
    private static final JsonMapper JSON = Json.mapper();
    private static final String[] FIELDS = {
        "chatId",
        "reference",
        "kind",
        "state",
        "site",
        "sop",
        "id",
        "version",
        "desk",
        "agent",
        "name",
        "agents",
        "customer",
        "email",
        "verified",
        "externalId",
        "topic",
        "fields",
        "messages",
        "messageId",
        "clientMessageId",
        "author",
        "text",
        "at",
        "sequence",
        "transfers",
        "context",
        "notes",
        "escalations",
        "trigger",
        "clocks",
        "followUps",
        "unattended",
        "noted",
        "receiver",
        "resolution",
        "question",
        "answer",
        "score",
        "comment",
        "proposedAt",
        "summary",
        "openedAt",
        "closedAt",
        "closedBecause",
        "since",
        "attended",
        "openTransfer",
        "detail",
        "correlationId",
        "somethingNew",
    };
    private static final Set<String> ALLOWED =
            Set.of(
                    "/chatId",
                    "/reference",
                    "/kind",
                    "/state",
                    "/site",
                    "/topic",
                    "/sequence",
                    "/openedAt",
                    "/closedAt",
                    "/summary",
                    "/customer/name",
                    "/customer/email",
                    "/customer/verified",
                    "/agent/name",
                    "/resolution/question",
                    "/resolution/proposedAt",
                    "/resolution/answer",
                    "/resolution/score",
                    "/resolution/comment",
                    "/messages/messageId",
                    "/messages/clientMessageId",
                    "/messages/text",
                    "/messages/at",
                    "/messages/sequence",
                    "/messages/author/kind",
                    "/messages/author/name");

    private static ObjectNode leaves() {
        ObjectNode all = JSON.createObjectNode();
        for (String field : FIELDS) {
            all.put(field, "said");
        }
        return all;
    }

    /// Every field at every level, with text in all of them.
    private static ObjectNode everything() {
        ObjectNode chat = leaves();
        for (String part : new String[] {"customer", "agent", "receiver", "resolution", "sop"}) {
            chat.set(part, leaves());
        }
        for (String list :
                new String[] {"messages", "transfers", "notes", "escalations", "clocks"}) {
            ObjectNode row = leaves();
            row.set("author", leaves());
            chat.putArray(list).add(row).add(row.deepCopy());
        }
        return chat;
    }

    private static void collect(String at, JsonNode node, Set<String> paths) {
        if (node instanceof ArrayNode rows) {
            rows.forEach(row -> collect(at, row, paths));
        } else if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(one -> collect(at + "/" + one.getKey(), one.getValue(), paths));
        } else {
            paths.add(at);
        }
    }

    private static Set<String> paths(JsonNode node) {
        Set<String> paths = new TreeSet<>();
        collect("", node, paths);
        return paths;
    }

    @Test
    void of_a_full_document_exactly_the_listed_fields_are_shown() {
        assertThat(paths(VisitorPart.of(everything())))
                .containsExactlyInAnyOrderElementsOf(ALLOWED);
    }

    @Test
    void of_any_document_no_other_field_is_shown() {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            ObjectNode chat = everything();
            for (String field : FIELDS) {
                if (random.nextInt(3) == 0 && !field.equals("messages")) {
                    chat.remove(field);
                }
            }
            assertThat(ALLOWED)
                    .as("seed %d, round %d", SEED, i)
                    .containsAll(
                            paths(VisitorPart.of(chat)).stream()
                                    .filter(path -> !path.equals("/agent/name"))
                                    .toList());
        }
    }

    @Test
    void an_empty_document_breaks_nothing() {
        assertThat(VisitorPart.of(JSON.createObjectNode()).path("messages").isEmpty()).isTrue();
    }
}

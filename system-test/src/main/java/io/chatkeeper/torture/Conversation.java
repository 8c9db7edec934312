package io.chatkeeper.torture;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// One chat from its opening to its end, both sides played in turn. What is refused on the way ends
/// it; the oracle has the journal.
final class Conversation implements Runnable {
    private static final Duration FOR_AN_AGENT = Duration.ofSeconds(20);
    private static final int LINES = 4;
    private static final double HASTE = 0.25;
    private static final double LEAVING = 0.2;
    private static final double HANDING_OVER = 0.5;
    private static final String LEAD = "morgan";
    private static final String NOTE =
            "Customer requested loan status update. Documents under review by Loan Department.";

    private final Stage stage;
    private final Watchers watchers;

    Conversation(Stage stage, Watchers watchers) {
        this.stage = stage;
        this.watchers = watchers;
    }

    @Override
    public void run() {
        Optional<Reply> opened = Party.opens(stage).filter(Reply::accepted);
        if (opened.isPresent()) {
            String chatId = opened.get().text("chatId");
            Party visitor = Party.visitor(stage, opened.get().text("visitorToken"));
            watchers.visitor(chatId, visitor);
            play(chatId, visitor);
        }
    }

    private void play(String chatId, Party visitor) {
        talk(chatId, visitor);
        Optional<String> served =
                stage.chance(LEAVING) ? Optional.empty() : person(chatId, "agent");
        if (served.isEmpty()) {
            visitor.does(chatId, Act.DEPARTURE, "", Map.of());
            return;
        }
        Party agent = Party.agent(stage, served.get());
        agent.says(chatId);
        talk(chatId, visitor);
        talk(chatId, agent);
        Party last = stage.chance(HANDING_OVER) ? handOver(chatId, agent) : agent;
        talk(chatId, visitor);
        finish(chatId, visitor, last);
    }

    private void talk(String chatId, Party party) {
        for (int line = stage.upTo(LINES); line > 0; line--) {
            stage.think();
            if (stage.chance(HASTE)) {
                party.saysInHaste(chatId);
            } else {
                party.says(chatId);
            }
        }
    }

    private Party handOver(String chatId, Party agent) {
        Optional<Reply> transfer =
                agent.transfers(chatId, "loan-engineers").filter(Reply::accepted);
        if (transfer.isEmpty()) {
            return agent;
        }
        String transferId = transfer.get().text("transferId");
        Optional<Party> receiver = person(chatId, "receiver").map(user -> Party.agent(stage, user));
        boolean taken =
                receiver.flatMap(one -> one.does(chatId, Act.ACKNOWLEDGEMENT, transferId, Map.of()))
                        .filter(Reply::accepted)
                        .isPresent();
        if (taken) {
            receiver.get().says(chatId);
            return receiver.get();
        }
        agent.does(chatId, Act.WITHDRAWAL, transferId, Map.of());
        return agent;
    }

    private void finish(String chatId, Party visitor, Party agent) {
        agent.does(chatId, Act.NOTE, "", Map.of("text", NOTE));
        agent.does(chatId, Act.PROPOSAL, "", Map.of());
        visitor.does(chatId, Act.ANSWER, "", Map.of("resolved", true, "score", 5));
        agent.does(
                chatId,
                Act.RESOLUTION,
                "",
                Map.of("summary", "Told the customer that the documents are in review."));
        agent.does(chatId, Act.CLOSURE, "", Map.of());
    }

    /// The agent in that part of the chat document, once there is one.
    private Optional<String> person(String chatId, String part) {
        Deadline deadline = Deadline.in(FOR_AN_AGENT);
        Predicate<JsonNode> there = chat -> chat.path(part).has("id");
        while (!deadline.over()) {
            Optional<JsonNode> chat = stage.gateway().get("/chats/" + chatId, LEAD).filter(there);
            if (chat.isPresent()) {
                return chat.map(one -> one.path(part).path("id").asString(""));
            }
            stage.think();
        }
        return Optional.empty();
    }
}

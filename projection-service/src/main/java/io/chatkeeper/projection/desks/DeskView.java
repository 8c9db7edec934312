package io.chatkeeper.projection.desks;

import io.chatkeeper.contract.PublicDeskEvent;
import io.chatkeeper.contract.PublicDeskEvent.*;
import io.chatkeeper.contract.PublicDeskHoursEvent;
import io.chatkeeper.contract.PublicDeskHoursEvent.DeskClosed;
import io.chatkeeper.contract.PublicDeskHoursEvent.DeskOpened;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.projection.views.Documents;
import io.chatkeeper.projection.views.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One document a desk: the line in order, and who serves it.
public final class DeskView implements View {
    public static final String COLLECTION = "desks";

    /// How many chats that were given out a desk shows.
    static final int MOST_PLACED = 10;

    /// How many waits a desk remembers.
    static final int MOST_WAITS = 20;

    private final JsonMapper json;

    public DeskView(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String streamKind() {
        return "desk";
    }

    @Override
    public void fold(ObjectNode desk, Recorded recorded) {
        if (!(recorded.event() instanceof PublicDeskEvent event)) {
            return;
        }
        desk.put("deskId", event.deskId());
        switch (event) {
            case ChatQueued queued -> {
                Documents.without(desk, "line", "chatId", queued.chatId());
                desk.withArray("line")
                        .addObject()
                        .put("chatId", queued.chatId())
                        .put("since", recorded.envelope().time().toString())
                        .put("place", queued.place());
            }
            case ChatOffered offered ->
                    Documents.in(desk, "line", "chatId", offered.chatId())
                            .ifPresent(row -> offer(row, offered));
            case AnswerAwaited asked ->
                    Documents.in(desk, "line", "chatId", asked.chatId())
                            .ifPresent(row -> row.put("answerBy", asked.answerBy().toString()));
            case OfferDeclined declined -> answered(desk, declined.chatId());
            case OfferTimedOut none -> answered(desk, none.chatId());
            case OfferWithdrawn gone -> answered(desk, gone.chatId());
            case ChatPlaced placed -> place(desk, placed, recorded);
            case ChatLeftLine left -> Documents.without(desk, "line", "chatId", left.chatId());
            case MemberNoted member -> note(desk, member);
            case PublicDeskHoursEvent turn -> turn(desk, turn);
            case HelpFound _, NobodyThere _, OfSkill _ -> {}
        }
    }

    private static void turn(ObjectNode desk, PublicDeskHoursEvent turn) {
        desk.remove(List.of("opensAt", "closesAt"));
        switch (turn) {
            case DeskOpened opened -> {
                desk.put("open", true);
                if (opened.closesAt() != null) {
                    desk.put("closesAt", opened.closesAt().toString());
                }
            }
            case DeskClosed closed ->
                    desk.put("open", false).put("opensAt", closed.opensAt().toString());
        }
    }

    private static void answered(ObjectNode desk, String chatId) {
        Documents.in(desk, "line", "chatId", chatId)
                .ifPresent(row -> row.remove(List.of("offeredTo", "answerBy")));
    }

    /// The last ones to be given out stay to be seen with the reasons.
    private static void place(ObjectNode desk, ChatPlaced placed, Recorded recorded) {
        ObjectNode given = desk.objectNode();
        Documents.in(desk, "line", "chatId", placed.chatId())
                .ifPresent(row -> given.setAll(row.deepCopy()));
        measured(desk, given, recorded.envelope().time());
        given.remove(List.of("offeredTo", "answerBy", "place"));
        given.put("chatId", placed.chatId())
                .put("agentId", placed.agentId())
                .put("at", recorded.envelope().time().toString());
        Documents.without(desk, "line", "chatId", placed.chatId());
        var last = desk.withArray("placed");
        last.add(given);
        if (last.size() > MOST_PLACED) {
            last.remove(0);
        }
    }

    /// How long it took from which place on: what a visitor is told to expect rests on these.
    private static void measured(ObjectNode desk, ObjectNode given, Instant at) {
        if (!given.has("since") || !given.has("place")) {
            return;
        }
        var waits = desk.withArray("waits");
        waits.addObject()
                .put("place", given.path("place").asInt())
                .put(
                        "seconds",
                        Duration.between(Instant.parse(given.path("since").asString()), at)
                                .toSeconds())
                .put("at", at.toString());
        if (waits.size() > MOST_WAITS) {
            waits.remove(0);
        }
    }

    private static void offer(ObjectNode row, ChatOffered offered) {
        row.put("offeredTo", offered.agentId()).put("because", offered.because());
        row.remove("passedOver");
        if (offered.passedOver() != null && !offered.passedOver().isEmpty()) {
            offered.passedOver().forEach(row.putArray("passedOver")::add);
        }
    }

    private void note(ObjectNode desk, MemberNoted member) {
        Documents.without(desk, "members", "agentId", member.profile().agentId());
        desk.withArray("members")
                .addObject()
                .put("agentId", member.profile().agentId())
                .put("name", member.profile().name())
                .put("held", member.held())
                .put("capacity", member.profile().capacity())
                .set("status", json.valueToTree(member.status()));
    }
}

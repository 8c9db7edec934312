package io.chatkeeper.projection.agents;

import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.PublicAgentEvent;
import io.chatkeeper.contract.PublicAgentEvent.*;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.projection.views.Documents;
import io.chatkeeper.projection.views.View;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One document an agent: profile, status, slots held, and what is offered to them.
public final class AgentView implements View {
    public static final String COLLECTION = "agents";

    private final JsonMapper json;

    public AgentView(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String streamKind() {
        return "agent";
    }

    @Override
    public void fold(ObjectNode agent, Recorded recorded) {
        if (!(recorded.event() instanceof PublicAgentEvent event)) {
            return;
        }
        String at = recorded.envelope().time().toString();
        switch (event) {
            case AgentDefined e -> put(agent, e.profile(), e.status(), e.held());
            case AgentStatusChanged e -> changed(agent, e, at);
            case SlotHeld e -> asked(agent, e);
            case HoldEnded e -> {
                answered(agent, e.chatId());
                put(agent, e.profile(), e.status(), e.held());
            }
            case SlotGranted e -> {
                answered(agent, e.chatId());
                put(agent, e.profile(), e.status(), e.held());
            }
            case SlotOccupied e -> {
                answered(agent, e.chatId());
                put(agent, e.profile(), e.status(), e.held());
            }
            case SlotReleased e -> put(agent, e.profile(), e.status(), e.held());
            case ConsoleSeen _ -> agent.remove("lostSince");
            case ConsoleLost e -> lost(agent, e, at);
            case SlotRefused _, ChatsGivenBack _ -> {}
        }
    }

    private void changed(ObjectNode agent, AgentStatusChanged changed, String at) {
        put(agent, changed.profile(), changed.status(), changed.held());
        agent.put("statusSince", at);
        agent.remove("statusReason");
        if (changed.reason() != null) {
            agent.put("statusReason", changed.reason());
        }
    }

    private void asked(ObjectNode agent, SlotHeld held) {
        answered(agent, held.chatId());
        put(agent, held.profile(), held.status(), held.held());
        ObjectNode offer = agent.withArray("offers").addObject();
        offer.put("chatId", held.chatId());
        offer.put("desk", held.desk());
        offer.put("answerBy", held.answerBy().toString());
        if (held.offer() != null) {
            offer.put("offer", held.offer());
        }
    }

    private static void lost(ObjectNode agent, ConsoleLost lost, String at) {
        if (!lost.elsewhere()) {
            agent.put("lostSince", at);
        }
    }

    private static void answered(ObjectNode agent, String chatId) {
        if (agent.has("offers")) {
            Documents.without(agent, "offers", "chatId", chatId);
            if (agent.path("offers").isEmpty()) {
                agent.remove("offers");
            }
        }
    }

    private void put(ObjectNode agent, AgentProfile profile, AgentStatus status, int held) {
        agent.setAll((ObjectNode) json.valueToTree(profile));
        agent.set("desks", json.valueToTree(profile.desks()));
        agent.set("status", json.valueToTree(status));
        agent.put("held", held);
    }

    @Override
    public boolean keeps(ObjectNode agent) {
        return agent.has("agentId");
    }
}

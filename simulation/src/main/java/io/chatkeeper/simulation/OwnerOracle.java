package io.chatkeeper.simulation;

import io.chatkeeper.contract.PublicChatEvent.ChatAssigned;
import io.chatkeeper.contract.PublicChatEvent.ChatClosed;
import io.chatkeeper.contract.PublicChatEvent.ChatGivenBack;
import io.chatkeeper.contract.PublicChatEvent.ChatOpened;
import io.chatkeeper.contract.PublicChatEvent.ChatReopened;
import io.chatkeeper.contract.PublicChatEvent.ChatTakenOver;
import io.chatkeeper.contract.PublicChatEvent.TransferAcknowledged;
import io.chatkeeper.contract.PublicChatEvent.TransferDeclined;
import io.chatkeeper.contract.PublicChatEvent.TransferRequested;
import io.chatkeeper.contract.PublicChatEvent.TransferReturned;
import io.chatkeeper.contract.PublicChatEvent.TransferWithdrawn;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.pipeline.journal.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Chats against routing, once everything has been consumed: every open chat is somebody's or
/// stands in exactly one line, nobody is given a chat that is somebody else's, and slots are held
/// for those chats alone that one serves or is being handed.
final class OwnerOracle {
    private final Map<String, Map<String, List<Entry>>> stored;
    private final Map<String, Set<String>> holders = new TreeMap<>();
    private final Map<String, Set<String>> lines = new TreeMap<>();
    private final Map<String, Set<String>> asked = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();

    /// Whose a chat is.
    private static final class Ownership {
        private boolean open;
        private @Nullable String responsible;
        private @Nullable String receiver;
        private @Nullable String transfer;
    }

    OwnerOracle(Map<String, Map<String, List<Entry>>> stored) {
        this.stored = stored;
    }

    List<String> complaints() {
        each("routing", "agent-", this::agent);
        each("routing", "desk-", this::desk);
        each("chat", "chat-", this::chat);
        asked.forEach((chat, agents) -> {
            if (!lines.containsKey(chat)) {
                complaints.add("[asked for nothing] %s about %s".formatted(agents, chat));
            }
        });
        return complaints;
    }

    private void each(
            String name, String kind, java.util.function.BiConsumer<String, List<Recorded>> look) {
        Service service =
                Service.ALL.stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        Objects.requireNonNull(stored.get(name))
                .forEach((stream, entries) -> {
                    if (stream.startsWith(kind)) {
                        look.accept(stream, TopicOracle.publicForms(service, stream, entries));
                    }
                });
    }

    private void agent(String stream, List<Recorded> events) {
        var slots = new SlotOracle(stream, events);
        complaints.addAll(slots.complaints());
        String agent = stream.substring("agent-".length());
        slots.held()
                .forEach(chat -> holders.computeIfAbsent(chat, _ -> new TreeSet<>()).add(agent));
        slots.asked().forEach(chat -> asked.computeIfAbsent(chat, _ -> new TreeSet<>()).add(agent));
    }

    private void desk(String stream, List<Recorded> events) {
        var line = new LineOracle(stream, events);
        complaints.addAll(line.complaints());
        line.waiting()
                .forEach(chat -> lines.computeIfAbsent(chat, _ -> new TreeSet<>()).add(stream));
    }

    private void chat(String stream, List<Recorded> events) {
        Ownership owner = new Ownership();
        events.forEach(recorded -> take(owner, recorded));
        Set<String> due = new HashSet<>();
        if (owner.open && owner.responsible != null) {
            due.add(owner.responsible);
        }
        if (owner.open && owner.receiver != null) {
            due.add(owner.receiver);
        }
        Set<String> holding = holders.getOrDefault(stream, Set.of());
        Set<String> standing = lines.getOrDefault(stream, Set.of());
        if (!holding.equals(due)) {
            complaints.add(
                    "[double] %s is of %s, held by %s after %s"
                            .formatted(stream, due, holding, trail(events)));
        }
        if (owner.open && owner.responsible == null && standing.size() != 1) {
            complaints.add("[nobody] %s waits in %s".formatted(stream, standing));
        }
        if (!standing.isEmpty() && owner.responsible != null && owner.transfer == null) {
            complaints.add("[ghost] %s stands for nothing in %s".formatted(stream, standing));
        }
        if (!standing.isEmpty() && !owner.open && !events.isEmpty()) {
            complaints.add("[ghost] %s is closed and stands in %s".formatted(stream, standing));
        }
    }

    private static List<String> trail(List<Recorded> events) {
        return events.stream()
                .map(recorded ->
                        recorded.envelope().sequence()
                                + " "
                                + recorded.event().getClass().getSimpleName()
                                + " by "
                                + recorded.envelope().actor().id())
                .toList();
    }

    private static void take(Ownership owner, Recorded recorded) {
        switch (recorded.event()) {
            case ChatOpened _ -> owner.open = true;
            case ChatReopened e -> {
                owner.open = true;
                owner.responsible = e.agentId();
            }
            case ChatGivenBack _ -> owner.responsible = null;
            case ChatAssigned e when e.transferId() == null -> owner.responsible = e.agentId();
            case ChatAssigned e -> owner.receiver = e.agentId();
            case TransferRequested e -> handing(owner, e.transferId());
            case TransferAcknowledged e -> belongsTo(owner, e.agentId());
            case ChatTakenOver e -> belongsTo(owner, e.agentId());
            case TransferDeclined _ -> handing(owner, null);
            case TransferWithdrawn _ -> handing(owner, null);
            case TransferReturned _ -> handing(owner, null);
            case ChatClosed _ -> {
                owner.open = false;
                handing(owner, null);
            }
            default -> {}
        }
    }

    private static void belongsTo(Ownership owner, String agentId) {
        owner.responsible = agentId;
        handing(owner, null);
    }

    private static void handing(Ownership owner, @Nullable String transfer) {
        owner.transfer = transfer;
        owner.receiver = null;
    }
}

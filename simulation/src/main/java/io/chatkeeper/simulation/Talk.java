package io.chatkeeper.simulation;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ChatCommand.AcknowledgeTransfer;
import io.chatkeeper.contract.ChatCommand.AnswerResolution;
import io.chatkeeper.contract.ChatCommand.CloseChat;
import io.chatkeeper.contract.ChatCommand.DeclineTransfer;
import io.chatkeeper.contract.ChatCommand.EscalateChat;
import io.chatkeeper.contract.ChatCommand.LeaveChat;
import io.chatkeeper.contract.ChatCommand.OpenChat;
import io.chatkeeper.contract.ChatCommand.PostMessage;
import io.chatkeeper.contract.ChatCommand.ProposeResolution;
import io.chatkeeper.contract.ChatCommand.ResolveChat;
import io.chatkeeper.contract.ChatCommand.TakeOverChat;
import io.chatkeeper.contract.ChatCommand.TransferChat;
import io.chatkeeper.contract.ChatCommand.WithdrawTransfer;
import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.NotesCommand.SubmitNote;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.pipeline.OutgoingCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One chat from its opening to its end, as people would lead it who look at it before they act,
/// and who press a button twice now and then.
final class Talk {
    private static final String NOTE =
            "Customer requested loan status update. Documents under review by Loan Department.";
    private static final String CONTEXT =
            "Customer requesting update on pending application submitted May 10.";
    private static final int LONG_TALK = 170;
    private static final int ACTS = 14;

    private final House house;
    private final Caller caller;
    private final Truth truth;
    private final Random chance;
    private final String chatId;
    private final boolean endless;
    private final Actor visitor;
    private final List<OutgoingCommand> answered = new ArrayList<>();
    private int names;

    Talk(House house, Caller caller, Truth truth, String chatId, boolean endless) {
        this.house = house;
        this.caller = caller;
        this.truth = truth;
        this.chance = house.faults().chance();
        this.chatId = chatId;
        this.endless = endless;
        this.visitor = Actor.visitor(chatId);
    }

    void play() {
        rest(2_000);
        boolean loan = chance.nextInt(3) != 0;
        var opened =
                caller.call(
                        visitor,
                        new OpenChat(
                                chatId,
                                "CK-" + chatId,
                                loan ? "loan" : "saas",
                                loan ? "tidio-loan" : "live-chat",
                                Customer.unknown(),
                                null,
                                PersonalText.of("Hello, any news?"),
                                Map.of()));
        if (opened == null || !opened.accepted()) {
            return;
        }
        int acts = endless ? LONG_TALK : 4 + chance.nextInt(ACTS);
        for (int i = 0; i < acts && !state().equals("closed"); i++) {
            rest(endless ? 300 : chance.nextInt(8) == 0 ? 200_000 : 4_000);
            act();
        }
        if (state().equals("closed") && chance.nextInt(3) == 0) {
            rest(4_000);
            send(visitor, CaseWork.rating(chance, chatId));
            send(Actor.agent("morgan", Role.LEAD), CaseWork.reopening(chatId));
        }
    }

    private void rest(int millis) {
        house.outside().waitFor(Duration.ofMillis(1 + chance.nextInt(millis)));
    }

    private ObjectNode chat() {
        return truth.chat(chatId);
    }

    private String state() {
        return chat().path("state").asString("");
    }

    private String name(String kind) {
        return kind + "-" + chatId + "-" + names++;
    }

    private void act() {
        if (!answered.isEmpty() && chance.nextInt(9) == 0) {
            OutgoingCommand old = answered.get(chance.nextInt(answered.size()));
            caller.call(old.commandId(), old.actor(), old.command());
        }
        if (endless || chance.nextInt(3) == 0) {
            say(visitor);
            return;
        }
        String agent = chat().path("agent").path("id").asString("");
        if (agent.isEmpty()) {
            String desk = chat().path("desk").asString("customer-service");
            Helping.help(caller, chance, chatId, desk, truth);
            send(visitor, chance.nextInt(10) == 0 ? new LeaveChat(chatId) : message());
            return;
        }
        Actor responsible = Actor.agent(agent, Workload.roleOf(agent));
        switch (state()) {
            case "assigned" -> say(responsible);
            case "transferring" -> handOver(responsible);
            case "resolved" ->
                    send(
                            responsible,
                            chance.nextInt(4) == 0
                                    ? CaseWork.reopening(chatId)
                                    : new CloseChat(chatId));
            default -> serve(responsible);
        }
    }

    private void handOver(Actor responsible) {
        String transfer = chat().path("openTransfer").asString("");
        String receiver = chat().path("receiver").path("id").asString("");
        if (receiver.isEmpty()) {
            if (chance.nextInt(4) == 0) {
                send(responsible, new WithdrawTransfer(chatId, transfer));
            }
            return;
        }
        Actor taker = Actor.agent(receiver, Workload.roleOf(receiver));
        send(
                taker,
                chance.nextInt(4) == 0
                        ? new DeclineTransfer(chatId, transfer, PersonalText.of("On leave."))
                        : new AcknowledgeTransfer(chatId, transfer));
    }

    private void serve(Actor responsible) {
        switch (chance.nextInt(12)) {
            case 9, 10, 11 -> send(responsible, CaseWork.next(chance, chatId, name("case"), now()));
            case 0 ->
                    send(
                            responsible,
                            new TransferChat(
                                    chatId,
                                    name("transfer"),
                                    chance.nextInt(3) == 0 ? null : "loan-engineers",
                                    null,
                                    PersonalText.of(CONTEXT)));
            case 1 -> note(responsible);
            case 2 ->
                    send(
                            responsible,
                            new EscalateChat(
                                    chatId,
                                    name("escalation"),
                                    "customer-upset",
                                    PersonalText.of("The customer is very upset about this."),
                                    null,
                                    null,
                                    null,
                                    null));
            case 3 -> send(Actor.agent("morgan", Role.LEAD), new TakeOverChat(chatId, "morgan"));
            case 4 -> propose(responsible);
            case 5, 6 -> {
                note(responsible);
                rest(2_000);
                send(
                        responsible,
                        new ResolveChat(chatId, PersonalText.of("Told about the state.")));
            }
            default -> say(responsible);
        }
    }

    private void propose(Actor responsible) {
        send(responsible, new ProposeResolution(chatId));
        rest(2_000);
        send(visitor, new AnswerResolution(chatId, chance.nextInt(4) != 0, 5, null));
    }

    private void note(Actor author) {
        ObjectNode sop = (ObjectNode) chat().path("sop");
        send(
                author,
                new SubmitNote(
                        chatId,
                        name("note"),
                        "general",
                        NoteText.free(chance.nextInt(6) == 0 ? "Done" : NOTE),
                        new SopRef(sop.path("id").asString(""), sop.path("version").asInt(1)),
                        !chat().path("transfers").isEmpty()));
    }

    private Instant now() {
        return house.scheduler().instant();
    }

    private void say(Actor who) {
        send(who, message());
    }

    private PostMessage message() {
        String id = name("message");
        return new PostMessage(chatId, id, null, PersonalText.of("This is " + id + "."), List.of());
    }

    private void send(Actor actor, Command command) {
        switch (chance.nextInt(16)) {
            case 0, 1 -> twice(actor, command);
            case 2 -> otherBody(actor, command);
            case 3 -> unreadable(actor, command);
            default -> {
                String id = caller.newId();
                caller.call(id, actor, command);
                answered.add(caller.outgoing(id, actor, command));
            }
        }
    }

    /// The same command in flight twice, and a third time when it has been answered.
    private void twice(Actor actor, Command command) {
        String id = caller.newId();
        caller.send(caller.outgoing(id, actor, command));
        caller.call(id, actor, command);
        rest(3_000);
        caller.call(id, actor, command);
    }

    /// Another content under a command id that is known.
    private void otherBody(Actor actor, Command command) {
        String id = caller.newId();
        caller.call(id, actor, command);
        caller.call(id, actor, message());
    }

    /// A command that breaks its handler, beside one that is all right.
    private void unreadable(Actor actor, Command command) {
        @Nullable PersonalText nothing = null;
        caller.send(
                caller.outgoing(
                        caller.newId(),
                        visitor,
                        new PostMessage(chatId, name("broken"), null, nothing, List.of())));
        caller.call(actor, command);
    }
}

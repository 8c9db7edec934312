package io.chatkeeper.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentCommand.DefineAgent;
import io.chatkeeper.contract.AgentCommand.LoseConsole;
import io.chatkeeper.contract.AgentCommand.SeeConsole;
import io.chatkeeper.contract.AgentCommand.SetAgentStatus;
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Patience;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopCommand.PublishSop;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.sop.SopReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/// A day at work: procedures are published, agents sign in and come and go, several chats live
/// their lives at once, and now and then somebody sends nonsense.
final class Workload {
    /// What marks a record that nobody can read.
    static final String POISON = "poison-";

    private static final Actor PRESENCE = Actor.system("gateway.presence");
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(10), Duration.ofSeconds(20), Duration.ofSeconds(60));

    private static final List<AgentProfile> AGENTS =
            List.of(
                    agent("casey", Role.CSR, "customer-service", "support", "care"),
                    agent("cam", Role.CSR, "customer-service", "support", "excellence"),
                    agent("lee", Role.SPECIALIST, "loan-engineers", "support-engineers"),
                    agent("lou", Role.SPECIALIST, "loan-engineers", "excellence-experts"),
                    agent(
                            "morgan",
                            Role.LEAD,
                            "leads",
                            "support-leads",
                            "care-leads",
                            "assist-leads"));

    private final House house;
    private final Caller caller;
    private final Truth truth;
    private final Random chance;
    private final Path sops;
    private int running;
    private int poison;

    Workload(House house, Caller caller, Truth truth, Path sops) {
        this.house = house;
        this.caller = caller;
        this.truth = truth;
        this.chance = house.faults().chance();
        this.sops = sops;
    }

    private static AgentProfile agent(String id, Role role, String home, String... helps) {
        return new AgentProfile(id, id, role, home, List.of(helps), List.of(), 3);
    }

    /// The roles of the agents.
    static Role roleOf(String agentId) {
        return AGENTS.stream()
                .filter(one -> one.agentId().equals(agentId))
                .map(AgentProfile::role)
                .findFirst()
                .orElse(Role.CSR);
    }

    /// Whether everybody has gone home.
    boolean isDone() {
        return running == 0;
    }

    void begin() {
        prepare();
        AGENTS.forEach(agent -> go("agent-" + agent.agentId(), () -> shift(agent.agentId())));
        int chats = 2 + chance.nextInt(4);
        for (int i = 1; i <= chats; i++) {
            String chatId = "chat-" + i;
            boolean endless = i == 1 && chance.nextInt(6) == 0;
            go(chatId, () -> new Talk(house, caller, truth, chatId, endless).play());
        }
        if (chance.nextInt(3) == 0) {
            go(Asking.CHAT, () -> new Asking(house, caller, truth).play());
        }
        go("vandal", this::vandalise);
    }

    private void go(String name, Runnable work) {
        running++;
        house.outside()
                .start(
                        name,
                        () -> {
                            try {
                                work.run();
                            } catch (RuntimeException | Error e) {
                                house.failed("the script " + name + " broke", e);
                            } finally {
                                running--;
                            }
                        });
    }

    private void prepare() {
        procedures()
                .forEach((name, yaml) -> {
                    int version = SopReader.read(yaml.getBytes(UTF_8)).ref().version();
                    caller.sender()
                            .sendAsSystem("sop-files", new PublishSop(name, version, yaml, null));
                });
        AGENTS.forEach(
                agent -> caller.sender().sendAsSystem("agents-file", new DefineAgent(agent)));
    }

    private Map<String, String> procedures() {
        Map<String, String> all = new TreeMap<>();
        for (String name : new String[] {"assist-chat", "tidio-loan", "live-chat"}) {
            try {
                all.put(name, Helping.at(chance, Files.readString(sops.resolve(name + ".yaml"))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private void shift(String agentId) {
        Actor self = Actor.agent(agentId, roleOf(agentId));
        house.outside().waitFor(Duration.ofMillis(chance.nextInt(500)));
        caller.call(self, new SetAgentStatus(agentId, AgentStatus.AVAILABLE));
        int changes = chance.nextInt(4);
        for (int i = 0; i < changes; i++) {
            house.outside().waitFor(Duration.ofSeconds(chance.nextInt(240)));
            AgentStatus other = AgentStatus.values()[chance.nextInt(AgentStatus.values().length)];
            caller.call(self, new SetAgentStatus(agentId, other));
            house.outside().waitFor(Duration.ofSeconds(chance.nextInt(20)));
            caller.call(self, new SetAgentStatus(agentId, AgentStatus.AVAILABLE));
            vanish(agentId);
        }
    }

    /// The connection of a console is lost, for shorter or for longer than others wait.
    private void vanish(String agentId) {
        if (chance.nextInt(3) > 0) {
            return;
        }
        caller.call(PRESENCE, new SeeConsole(agentId, "gateway-1", PATIENCE));
        house.outside().waitFor(Duration.ofSeconds(chance.nextInt(20)));
        caller.call(PRESENCE, new LoseConsole(agentId, "gateway-1"));
        house.outside().waitFor(Duration.ofSeconds(chance.nextInt(120)));
        caller.call(PRESENCE, new SeeConsole(agentId, "gateway-2", PATIENCE));
    }

    /// Nonsense among the commands, and a stream of nonsense among the events.
    private void vandalise() {
        int times = chance.nextInt(5);
        for (int i = 0; i < times; i++) {
            house.outside().waitFor(Duration.ofSeconds(chance.nextInt(60)));
            List<String> topics = new ArrayList<>(Topics.COMMANDS);
            topics.add(Topics.CHAT_EVENTS);
            String topic = topics.get(chance.nextInt(topics.size()));
            String key = topic.endsWith("events") ? "chat-poisoned" : "chat-1";
            byte[] nonsense = (POISON + poison++).getBytes(UTF_8);
            house.broker().send(house.outside(), new ProducerRecord<>(topic, key, nonsense));
        }
    }
}

package io.chatkeeper.routing.config;

import io.chatkeeper.contract.AgentCommand.DefineAgent;
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.config.FatalStop;
import io.chatkeeper.pipeline.config.ListeningParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/// Defines the agents of a file at the start. The same entry gives the same command, which has its
/// effect once; a changed entry changes the profile.
class AgentsFile implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AgentsFile.class);

    private final RoutingSettings settings;
    private final CommandSender sender;
    private final ListeningParts listening;
    private final JsonMapper json;
    private final FatalStop stop;
    private volatile boolean running;

    AgentsFile(
            RoutingSettings settings,
            CommandSender sender,
            ListeningParts listening,
            JsonMapper json,
            FatalStop stop) {
        this.settings = settings;
        this.sender = sender;
        this.listening = listening;
        this.json = json;
        this.stop = stop;
    }

    @Override
    public void start() {
        running = true;
        if (settings.users() != null) {
            Path file = settings.users();
            Thread.ofVirtual().name("agents-file").start(() -> define(file));
        }
    }

    private void define(Path file) {
        try {
            listening.awaitCaughtUp();
            Person.read(Files.readString(file), json).stream()
                    .flatMap(person -> person.agent().stream())
                    .forEach(this::define);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            cannotRead(file, new UncheckedIOException(e));
        } catch (RuntimeException e) {
            cannotRead(file, e);
        }
    }

    private void cannotRead(Path file, RuntimeException cause) {
        LOG.error("agents can't be defined: file={}", file, cause);
        stop.run();
    }

    private void define(AgentProfile profile) {
        sender.sendAsSystem("agents-file", new DefineAgent(profile));
        LOG.info("agent of the file: agent={}", profile.agentId());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

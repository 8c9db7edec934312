package io.chatkeeper.pipeline;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Command;
import io.chatkeeper.pipeline.kafka.CommandFormat;
import io.chatkeeper.pipeline.kafka.Sender;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/// Puts commands on their topics.
public final class CommandSender {
    private final Sender sender;
    private final CommandFormat format;
    private final JsonMapper json;
    private final InstantSource clock;

    public CommandSender(
            Sender sender, CommandFormat format, JsonMapper json, InstantSource clock) {
        this.sender = sender;
        this.format = format;
        this.json = json;
        this.clock = clock;
    }

    /// The future completes when the broker has the command for good; the outcome comes as a reply.
    public CompletableFuture<?> send(OutgoingCommand command) {
        return sender.send(format.write(command, clock.instant()));
    }

    /// Sends a command of the system's own, of which nobody awaits the outcome. Its id derives from
    /// what it says, so that saying it again changes nothing.
    ///
    /// @param by the part of the system that acts, such as `sop-files`
    public CompletableFuture<?> sendAsSystem(String by, Command command) {
        String fingerprint = fingerprint(command);
        String id = Ids.derived(by, command.streamId(), fingerprint).toString();
        return send(
                new OutgoingCommand(
                        id,
                        command,
                        Actor.system(by),
                        id,
                        null,
                        fingerprint,
                        null,
                        null,
                        null,
                        null));
    }

    /// What tells two commands with one id apart.
    public String fingerprint(Command command) {
        return Ids.fingerprint(json.writeValueAsString(command));
    }
}

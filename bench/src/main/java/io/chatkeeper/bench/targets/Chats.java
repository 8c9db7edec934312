package io.chatkeeper.bench.targets;

import io.chatkeeper.bench.oracle.JournalCheck;
import io.chatkeeper.bench.oracle.Ledger;
import io.chatkeeper.bench.oracle.Verdict;
import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ChatCommand.OpenChat;
import io.chatkeeper.contract.ChatCommand.PostMessage;
import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Reply;
import io.chatkeeper.pipeline.Ids;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.OutgoingCommand;
import io.chatkeeper.pipeline.kafka.CommandFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;

/// Chats behind a service with the pipeline: a piece of work is a visitor's message, and it is done
/// when its reply is here. The first piece of a chat opens it.
public final class Chats implements Checked {
    private static final JsonMapper JSON = Json.mapper();
    private static final CommandFormat FORMAT = new CommandFormat(JSON, "bench");
    private static final String TEXT =
            "I sent the documents on Monday; has anybody had a look at them yet?";

    private final Connection connection;
    private final Replies replies;
    private final String service;
    private final String prefix;
    private final int chats;
    private final AtomicLong commands = new AtomicLong();
    private final java.util.BitSet opened = new java.util.BitSet();
    private final Ledger ledger = new Ledger();

    /// @param service whose command topic they go to, and whose journal they are in
    /// @param prefix of the chats' ids, which nobody else uses
    public Chats(Connection connection, Replies replies, String service, String prefix, int chats) {
        this.connection = connection;
        this.replies = replies;
        this.service = service;
        this.prefix = "chat-" + prefix + "-";
        this.chats = chats;
    }

    @Override
    public int streams() {
        return chats;
    }

    @Override
    public CompletableFuture<?> submit(int chat) {
        String id = idOf(chat);
        return send(isNew(chat) ? opening(id) : message(id));
    }

    /// The id of a chat.
    public String idOf(int chat) {
        return prefix + chat;
    }

    private boolean isNew(int chat) {
        synchronized (opened) {
            boolean isNew = !opened.get(chat);
            opened.set(chat);
            return isNew;
        }
    }

    private static OpenChat opening(String id) {
        return new OpenChat(
                id,
                "REF-" + id.substring(id.length() - 1),
                "loan",
                "tidio-loan",
                Customer.unknown(),
                null,
                new PersonalText(TEXT),
                Map.of());
    }

    private PostMessage message(String id) {
        String messageId = "message-" + id + "-" + commands.get();
        return new PostMessage(id, messageId, null, new PersonalText(TEXT), List.of());
    }

    private CompletableFuture<?> send(Command command) {
        String stream = command.streamId();
        String commandId = prefix + "c" + commands.incrementAndGet();
        CompletableFuture<Reply> reply = replies.to(commandId);
        ledger.sent(stream, commandId);
        connection.send(addressed(FORMAT.write(outgoing(commandId, command), Instant.now())));
        return reply.thenAccept(this::acknowledge);
    }

    private static OutgoingCommand outgoing(String commandId, Command command) {
        return new OutgoingCommand(
                commandId,
                command,
                Actor.visitor(command.streamId()),
                commandId,
                null,
                Ids.fingerprint(commandId),
                null,
                Replies.address(),
                null,
                null);
    }

    private ProducerRecord<String, byte[]> addressed(ProducerRecord<String, byte[]> record) {
        return new ProducerRecord<>(
                service + ".commands", null, record.key(), record.value(), record.headers());
    }

    private void acknowledge(Reply reply) {
        if (!reply.accepted()) {
            throw new IllegalStateException("refused: " + reply.refusal());
        }
        ledger.acknowledged(reply.commandId(), reply.sequence());
    }

    @Override
    public Verdict verdict() {
        return new JournalCheck(connection.journal(service)).of(prefix, ledger);
    }

    /// How many pieces of work have been acknowledged.
    public long acknowledged() {
        return ledger.acknowledged();
    }
}

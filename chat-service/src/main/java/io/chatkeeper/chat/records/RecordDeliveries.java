package io.chatkeeper.chat.records;

import io.chatkeeper.chat.chat.ChatEvent;
import io.chatkeeper.chat.chat.RecordEvent;
import io.chatkeeper.contract.PublicRecordEvent.RecordDue;
import io.chatkeeper.contract.RecordCommand.ReportDelivery;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.pipeline.StoredEvents;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.listening.EventHandler;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/// Makes the attempts that the log asks for: reads what is due, brings it to the other system, and
/// reports to the chat how it went. An attempt may be made twice, after a crash; the other system
/// recognises the record by its id.
public final class RecordDeliveries implements EventHandler, AutoCloseable {
    private static final int AT_ONCE = 16;

    private final Map<String, Destination> destinations;
    private final Journal journal;
    private final StoredEvents<ChatEvent> stored;
    private final JsonMapper json;
    private final CommandSender sender;
    private final Clock clock;
    private final Scheduler blocking;
    private final Webhooks webhooks;
    private final List<RecordDue> due = new ArrayList<>();

    public RecordDeliveries(
            Map<String, Destination> destinations,
            Journal journal,
            StoredEvents<ChatEvent> stored,
            JsonMapper json,
            CommandSender sender,
            Clock clock,
            Scheduler blocking,
            CircuitBreakerRegistry breakers) {
        this.destinations = Map.copyOf(destinations);
        this.journal = journal;
        this.stored = stored;
        this.json = json;
        this.sender = sender;
        this.clock = clock;
        this.blocking = blocking;
        this.webhooks = new Webhooks(breakers);
    }

    @Override
    public void prepare(List<Recorded> batch) {
        due.clear();
    }

    /// Makes the attempts in small groups, so that a slow system looks slow and not stuck.
    @Override
    public void handle(Recorded recorded) {
        if (recorded.event() instanceof RecordDue one) {
            due.add(one);
            if (due.size() == AT_ONCE) {
                finish();
            }
        }
    }

    /// An attempt ends within its own limit, so waiting for all of them ends too.
    @Override
    public void finish() {
        List<RecordDue> group = List.copyOf(due);
        due.clear();
        try {
            Flux.fromIterable(group).flatMap(this::attempt, AT_ONCE).then().toFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("delivering was interrupted", e);
        } catch (ExecutionException e) {
            throw new StoreUnavailable("records not reported", e);
        }
    }

    private Mono<Void> attempt(RecordDue one) {
        Destination to = destinations.get(one.destination());
        if (to == null) {
            return report(one, Optional.of("not-configured"));
        }
        return Mono.fromCallable(() -> body(one))
                .subscribeOn(blocking)
                .flatMap(body ->
                        webhooks.post(one.destination(), to, one.recordId(), clock.instant(), body))
                .flatMap(problem -> report(one, problem));
    }

    private Mono<Void> report(RecordDue one, Optional<String> problem) {
        var report =
                new ReportDelivery(
                        one.chatId(), one.recordId(), one.attempt(), problem.orElse(null));
        return Mono.fromFuture(() -> sender.sendAsSystem("records", report)).then();
    }

    /// Null if the attempt has been answered already.
    private byte @Nullable [] body(RecordDue one) {
        CustomerRecord record = new CustomerRecord(json);
        byte[] body = null;
        boolean open = false;
        for (Entry entry : journal.readAll(StreamId.chat(one.chatId()))) {
            ChatEvent event = stored.read(json, entry.type(), entry.payload());
            if (event instanceof RecordEvent about && about.recordId().equals(one.recordId())) {
                open =
                        about instanceof RecordEvent.RecordDue last
                                && last.attempt() == one.attempt();
                if (body == null && about instanceof RecordEvent.RecordDue first) {
                    body = json.writeValueAsBytes(record.forOccasion(first, entry.time()));
                }
            } else if (body == null) {
                record.add(event, entry.time());
            }
        }
        return open ? body : null;
    }

    @Override
    public void close() {
        webhooks.close();
    }
}

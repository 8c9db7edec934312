package io.chatkeeper.local;

import java.nio.file.Path;
import java.util.List;

/// A real broker and the embedded store, as processes, for whoever needs both. They keep their
/// files across starts and do not outlive the process that started them.
public final class LocalParts implements AutoCloseable {

    private final BrokerProcess broker;
    private final StoreProcess store;

    private LocalParts(BrokerProcess broker, StoreProcess store) {
        this.broker = broker;
        this.store = store;
    }

    /// Starts both and returns when both answer. `repositoryRoot` is the folder of the parent pom,
    /// where this module must have been built; `data` is created when absent.
    ///
    /// @throws CannotStart when one does not come up; nothing is left running then
    public static LocalParts start(Path repositoryRoot, Path data) {
        return start(repositoryRoot, data, Flags.QUICK_START);
    }

    /// The same with other flags for their machines.
    public static LocalParts start(Path repositoryRoot, Path data, Flags flags) {
        PartTraining.train(repositoryRoot, flags, _ -> {});
        LocalParts parts =
                new LocalParts(
                        BrokerProcess.prepared(
                                repositoryRoot,
                                data,
                                BrokerProcess.app(repositoryRoot, flags)::command),
                        StoreProcess.prepared(
                                repositoryRoot,
                                data,
                                StoreProcess.app(repositoryRoot, flags)::command));
        try {
            Part.startAll(List.of(parts.broker, parts.store));
            return parts;
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /// Bootstrap servers of the broker.
    public String kafka() {
        return broker.bootstrap();
    }

    /// Address of the store, without a database.
    public String mongoUri() {
        return store.uri();
    }

    /// The broker alone, to be killed, frozen and started again.
    public BrokerProcess broker() {
        return broker;
    }

    /// The store alone, to be killed, frozen and started again.
    public StoreProcess store() {
        return store;
    }

    /// Stops the store, then the broker: politely, and by force after a limit.
    @Override
    public void close() {
        store.close();
        broker.close();
    }
}

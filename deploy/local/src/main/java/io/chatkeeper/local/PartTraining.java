package io.chatkeeper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Trains broker and store, in a data folder that is thrown away afterwards.
final class PartTraining {

    private PartTraining() {}

    /// Trains those that have no cache yet.
    static void train(Path root, Flags flags, Progress progress) {
        App broker = BrokerProcess.app(root, flags);
        App store = StoreProcess.app(root, flags);
        if (!Training.isWanted(broker) && !Training.isWanted(store)) {
            return;
        }
        Training training = new Training(root.resolve("deploy/local/target/apps"), progress);
        try {
            Path data = Files.createTempDirectory("chatkeeper-training-");
            try {
                training.train(
                        List.of(
                                Trainee.of(
                                        BrokerProcess.prepared(root, data, broker::training),
                                        broker),
                                Trainee.of(
                                        StoreProcess.prepared(root, data, store::training),
                                        store)));
            } finally {
                AppCache.delete(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

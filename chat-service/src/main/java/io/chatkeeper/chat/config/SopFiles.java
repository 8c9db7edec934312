package io.chatkeeper.chat.config;

import io.chatkeeper.contract.SopCommand.PublishSop;
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.config.FatalStop;
import io.chatkeeper.pipeline.config.ListeningParts;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.sop.UnknownSopVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Publishes the SOP files of a folder at the start. A version that is in force already is left
/// alone; the same version with another text stops the service, for it would be two truths.
class SopFiles implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SopFiles.class);

    private final ChatSettings settings;
    private final CommandSender sender;
    private final ListeningParts listening;
    private final SopRegister register;
    private final FatalStop stop;
    private volatile boolean running;

    SopFiles(
            ChatSettings settings,
            CommandSender sender,
            ListeningParts listening,
            SopRegister register,
            FatalStop stop) {
        this.settings = settings;
        this.sender = sender;
        this.listening = listening;
        this.register = register;
        this.stop = stop;
    }

    @Override
    public void start() {
        running = true;
        if (settings.sops() != null) {
            Path folder = settings.sops();
            Thread.ofVirtual().name("sop-files").start(() -> publish(folder));
        }
    }

    private void publish(Path folder) {
        try {
            listening.awaitCaughtUp();
            read(folder).forEach(this::publish);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("SOP files can't be published: folder={}", folder, e);
            stop.run();
        }
    }

    private void publish(Sop sop) {
        try {
            if (!register.get(sop.ref()).source().equals(sop.source())) {
                throw new IllegalStateException(
                        sop.ref()
                                + " was published with another text; give the file a new version");
            }
        } catch (UnknownSopVersion unknown) {
            sender.sendAsSystem(
                    "sop-files",
                    new PublishSop(sop.ref().id(), sop.ref().version(), sop.source(), null));
            LOG.info("SOP file published: {}", sop.ref());
        }
    }

    private static List<Sop> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(SopFiles::readFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sop readFile(Path file) {
        try {
            return SopReader.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

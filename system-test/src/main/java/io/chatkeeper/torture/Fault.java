package io.chatkeeper.torture;

import io.chatkeeper.local.House;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Something bad that happens to a running house.
sealed interface Fault {
    /// Does it, and returns when the cause is over; the consequences may still be going on.
    void strike(Scene scene);

    /// `kill -9`; the house starts the process again.
    record Kill(String name) implements Fault {
        @Override
        public void strike(Scene scene) {
            scene.house().kill(name);
        }
    }

    /// A polite stop and a start, as a deployment does it.
    record Restart(String name) implements Fault {
        @Override
        public void strike(Scene scene) {
            scene.house().restart(name);
        }
    }

    /// SIGSTOP and, later, SIGCONT. Longer than the session limit, an instance wakes as a zombie
    /// whose partitions others have.
    record Freeze(String name, Duration time) implements Fault {
        @Override
        public void strike(Scene scene) {
            scene.house().freeze(name);
            Deadline.pause(time);
            scene.house().thaw(name);
        }
    }

    /// A process is gone for a while. One instance of two, longer than the session limit, makes its
    /// partitions move away and back.
    record Away(String name, Duration time) implements Fault {
        @Override
        public void strike(Scene scene) {
            scene.house().away(name, time);
            Deadline.pause(time);
        }
    }

    /// Several at once.
    record Together(List<Fault> faults) implements Fault {
        @Override
        public void strike(Scene scene) {
            faults.stream()
                    .map(fault ->
                            CompletableFuture.runAsync(
                                    () -> fault.strike(scene),
                                    task -> Thread.ofVirtual().start(task)))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    /// After some time of peace.
    record Later(Duration peace, Fault fault) implements Fault {
        @Override
        public void strike(Scene scene) {
            Deadline.pause(peace);
            fault.strike(scene);
        }
    }

    /// Something that nobody can read or carry out is put on a topic, between other people's
    /// records.
    record Poisoned(Poison poison) implements Fault {
        @Override
        public void strike(Scene scene) {
            Optional<Reply> opened = Party.opens(scene.stage()).filter(Reply::accepted);
            if (opened.isEmpty()) {
                scene.notice(Promise.P1, "a chat to poison could not be opened");
                return;
            }
            String chatId = opened.get().text("chatId");
            Party visitor = Party.visitor(scene.stage(), opened.get().text("visitorToken"));
            visitor.says(chatId);
            scene.poisoner().put(poison, chatId);
            if (visitor.says(chatId).filter(Reply::accepted).isEmpty()) {
                scene.notice(Promise.P8, "behind the poison the chat takes no message: " + chatId);
            }
        }
    }

    /// Nobody answers in time, so the client is told that the outcome is unknown; asking again with
    /// the same key tells it.
    record LostReply() implements Fault {
        private static final int ATTEMPTS = 4;
        private static final int UNKNOWN = 504;

        @Override
        public void strike(Scene scene) {
            Optional<Reply> opened = Party.opens(scene.stage()).filter(Reply::accepted);
            if (opened.isEmpty()) {
                scene.notice(Promise.P1, "a chat could not be opened");
                return;
            }
            Party visitor = Party.visitor(scene.stage(), opened.get().text("visitorToken"));
            Asked asked = visitor.message(opened.get().text("chatId"));
            List<String> owners = scene.instancesOf("chat-service");
            owners.forEach(scene.house()::freeze);
            boolean unknown = false;
            for (int i = 0; i < ATTEMPTS && !unknown; i++) {
                unknown =
                        scene.stage()
                                .gateway()
                                .attempt(asked, visitor.token())
                                .filter(reply -> reply.status() == UNKNOWN)
                                .isPresent();
            }
            owners.forEach(scene.house()::thaw);
            if (!unknown) {
                scene.notice(Promise.REST, "a lost reply was not answered 504");
            }
            if (visitor.insist(asked).filter(Reply::accepted).isEmpty()) {
                scene.notice(Promise.P2, "the same key did not get the outcome: " + asked.key());
            }
        }
    }

    /// Where it happens.
    record Scene(House house, Stage stage, Poisoner poisoner, List<Broken> noticed) {
        void notice(Promise promise, String what) {
            noticed.add(new Broken(promise, "", "", what, "while a fault was at work"));
        }

        List<String> instancesOf(String service) {
            return house.names().stream().filter(name -> name.startsWith(service + "-")).toList();
        }
    }
}

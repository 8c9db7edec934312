package io.chatkeeper.bench;

import io.chatkeeper.bench.targets.Gateway;
import io.chatkeeper.bench.targets.Visitors;
import io.chatkeeper.bench.targets.Watchers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The agents of the bench: few people with as many chats each as the rules allow.
final class Staff {
    /// Who may publish procedures.
    static final String ADMIN = "admin1";

    /// Who may see every chat.
    static final String LEAD = "lead1";

    private static final int AGENTS = 4;
    private static final int CHATS_EACH = 50;
    private static final long PATIENCE_MILLIS = 120_000;
    private static final int ASK_EVERY_MILLIS = 200;

    private static final String OTHERS =
            """
            - username: admin1
              password: bench
              name: Admin
              role: admin
            - username: lead1
              password: bench
              name: Lead
              role: manager
              homeDesk: management
              helpsAt: []
              skills: []
              capacity: 10
            """;

    private Staff() {}

    /// Writes the file of people that the house is to be started with.
    static Path write(Path folder) throws IOException {
        String people =
                IntStream.rangeClosed(1, AGENTS)
                        .mapToObj(Staff::person)
                        .collect(Collectors.joining());
        return Files.writeString(folder.resolve("users.yaml"), people + OTHERS);
    }

    private static String person(int number) {
        return """
        - username: agent%1$d
          password: bench
          name: Agent %1$d
          role: csr
          homeDesk: customer-service
          helpsAt: []
          skills: [general]
          capacity: %2$d
        """
                .formatted(number, CHATS_EACH);
    }

    /// Signs everybody in, fills their hands with chats, and opens their live streams.
    static Watchers at(Gateway gateway, String site) throws Exception {
        List<String> tokens = new ArrayList<>();
        for (int i = 1; i <= AGENTS; i++) {
            String token = gateway.signIn("agent" + i);
            awaited("agent" + i, () -> isAvailable(gateway, token));
            tokens.add(token);
        }
        Visitors visitors = Visitors.open(gateway, site, AGENTS * CHATS_EACH);
        for (String token : tokens) {
            awaited("a full inbox", () -> inbox(gateway, token) == CHATS_EACH);
        }
        Watchers watchers = new Watchers(gateway, tokens, visitors);
        awaited("live streams", () -> watchers.alive() == AGENTS);
        return watchers;
    }

    private static boolean isAvailable(Gateway gateway, String token) {
        try {
            return gateway.isAvailable(token);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int inbox(Gateway gateway, String token) {
        try {
            return gateway.inbox(token);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static void awaited(String what, BooleanSupplier condition)
            throws InterruptedException {
        long until = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > until) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            Thread.sleep(ASK_EVERY_MILLIS);
        }
    }
}

package io.chatkeeper.bench;

import io.chatkeeper.bench.load.Outcome;
import io.chatkeeper.bench.oracle.Verdict;
import io.chatkeeper.bench.targets.Gateway;
import io.chatkeeper.bench.targets.Publishing;
import io.chatkeeper.local.House;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// How long it takes until a published procedure is in use everywhere: from the request that
/// publishes it to the last place where it shows. The gateway shows it, notes are judged by it, a
/// new chat is opened under it, and that chat's clock runs by it.
final class PublishStage implements Stage {
    static final String PUBLISH = "publish";
    static final String EACH = "each";

    private static final String SITE = "saas";
    private static final String SOP = "live-chat";
    private static final int TIMES = 20;

    /// Published and looked for in the same way before, so that the code is warm.
    private static final int BEFORE = 10;

    private static final int FIRST = 1_000;
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public void run(Path root, Plan plan, Results results) throws Exception {
        String text = Files.readString(root.resolve("deploy/sops/" + SOP + ".yaml"));
        try (Ground ground = Ground.open(root)) {
            House house = ground.keep(HouseStage.open(root, plan, ground));
            Gateway gateway = ground.keep(new Gateway(house.url()));
            String admin = gateway.signIn(Staff.ADMIN);
            Publishing publishing =
                    new Publishing(gateway, admin, gateway.signIn(Staff.LEAD), SITE, SOP, text);
            for (int i = 0; i <= BEFORE; i++) {
                publishing.publish(FIRST + i);
            }
            for (int i = 1; i <= TIMES; i++) {
                Duration took = publishing.publish(FIRST + BEFORE + i);
                double millis = took.toNanos() / NANOS_PER_MILLI;
                Outcome one = new Outcome(1, 0, millis / 1_000, millis, millis, millis);
                results.add(new Measurement(PUBLISH, EACH, i, one, Map.of(), Verdict.NONE));
                System.out.printf("  %-10s #%-2d %8.1f ms%n", PUBLISH, i, millis);
            }
        }
    }
}

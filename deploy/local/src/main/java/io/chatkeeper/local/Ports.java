package io.chatkeeper.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/// Free ports of the loopback address, below the range from which outgoing connections are served:
/// otherwise a connection could take the port of a process that is just being started again.
final class Ports {

    private static final int FROM = 20_000;
    private static final int TO = 32_000;
    private static final int TRIES = 1_000;
    private static final Random CHANCE = new Random();
    private static final Set<Integer> GIVEN = new HashSet<>();

    private Ports() {}

    /// A port that nobody listens on and that this process was not given before.
    static synchronized int free() {
        for (int i = 0; i < TRIES; i++) {
            int port = CHANCE.nextInt(FROM, TO);
            if (!GIVEN.contains(port) && isFree(port)) {
                GIVEN.add(port);
                return port;
            }
        }
        throw new CannotStart("No free port between " + FROM + " and " + TO + " was found.");
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}

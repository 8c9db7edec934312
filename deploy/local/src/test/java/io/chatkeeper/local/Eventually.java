package io.chatkeeper.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/// Waiting in tests for what another process does, a counted number of times.
final class Eventually {

    private static final int TRIES = 2_400; // Two minutes: a process may start slowly.
    private static final int PAUSE_MILLIS = 50;

    private Eventually() {}

    static void connects(int port) {
        holds(() -> canConnect(port));
    }

    static void holds(java.util.function.BooleanSupplier condition) {
        for (int i = 0; i < TRIES; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Waiting.millis(PAUSE_MILLIS);
        }
        throw new AssertionError("not so after " + TRIES + " looks");
    }

    private static boolean canConnect(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }
}

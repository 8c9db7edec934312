package io.chatkeeper.local;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/// Asks a broker for the cluster's members, in eleven bytes of Kafka's protocol (Metadata, version
/// 1). A broker lists itself only when the controller has let it in; before that, topics cannot be
/// created although the port is open.
final class BrokerProbe {

    private static final short METADATA = 3;
    private static final short VERSION = 1;
    private static final short NO_CLIENT_NAME = -1;
    private static final int NO_TOPICS = 0;
    private static final int REQUEST_BYTES = 14;
    private static final int LIMIT_MILLIS = 2_000;

    private BrokerProbe() {}

    static boolean knowsItself(int port) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
            return membersListedOver(socket) > 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static int membersListedOver(Socket socket) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        int correlation = 1;
        out.writeInt(REQUEST_BYTES);
        out.writeShort(METADATA);
        out.writeShort(VERSION);
        out.writeInt(correlation);
        out.writeShort(NO_CLIENT_NAME);
        out.writeInt(NO_TOPICS);
        out.flush();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int length = in.readInt();
        int answered = in.readInt();
        return length >= 2 * Integer.BYTES && answered == correlation ? in.readInt() : 0;
    }
}

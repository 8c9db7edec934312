package io.chatkeeper.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// Ids and fingerprints that derive from what they name, so that the same cause gives the same id.
public final class Ids {
    private Ids() {}

    /// A UUID (version 8: SHA-256 based) of the joined parts.
    public static UUID derived(String... parts) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(String.join("\u0000", parts)));
        long high = (hash.getLong() & ~0xF000L) | 0x8000L;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /// The SHA-256 of a text, in hex.
    public static String fingerprint(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

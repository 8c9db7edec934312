package io.chatkeeper.gateway.commands;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Ids of chats: an HMAC of site and idempotency key with the server's secret. A repeated request
/// names the same chat, and nobody can guess another one's.
public final class ChatIds {
    private static final int ID_BYTES = 16;
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int REFERENCE_LENGTH = 7;

    private final SecretKeySpec secret;

    public ChatIds(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    String chatId(String site, String key) {
        byte[] mac = hmac("chat\u0000" + site + "\u0000" + key);
        return "chat-" + HexFormat.of().formatHex(mac, 0, ID_BYTES);
    }

    /// What people read aloud: `CK-` and seven letters and digits that can't be mistaken.
    String reference(String chatId) {
        byte[] mac = hmac("reference\u0000" + chatId.toLowerCase(Locale.ROOT));
        StringBuilder reference = new StringBuilder("CK-");
        for (int i = 0; i < REFERENCE_LENGTH; i++) {
            reference.append(ALPHABET.charAt((mac[i] & 0xFF) % ALPHABET.length()));
        }
        return reference.toString();
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}

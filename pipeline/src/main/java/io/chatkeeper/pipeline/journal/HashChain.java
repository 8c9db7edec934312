package io.chatkeeper.pipeline.journal;

import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Violation;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The chain that makes tampering visible: each entry's hash covers the entry and its predecessor's
/// hash. Fields are written in a fixed order with their lengths, so that no two entries read alike.
public final class HashChain {
    /// The predecessor of the first entry.
    public static final String START = "0".repeat(64);

    private HashChain() {}

    /// The hash of an entry that follows the entry with the given hash.
    public static String next(String previous, Entry entry) {
        try {
            var bytes = new ByteArrayOutputStream(512);
            write(new DataOutputStream(bytes), previous, entry);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void write(DataOutputStream out, String previous, Entry entry)
            throws IOException {
        text(out, previous);
        text(out, entry.eventId());
        text(out, entry.type());
        out.writeLong(entry.sequence());
        out.writeLong(entry.time().toEpochMilli());
        text(out, entry.actor().kind().name());
        text(out, entry.actor().id());
        text(out, entry.actor().role() == null ? null : entry.actor().role().name());
        text(out, entry.commandId());
        text(out, entry.fingerprint());
        text(out, entry.correlationId());
        text(out, entry.causationId());
        text(out, entry.source().topicId());
        out.writeInt(entry.source().partition());
        out.writeLong(entry.source().offset());
        origin(out, entry.origin());
        text(out, entry.sopVersion());
        out.writeLong(entry.wakeAt() == null ? -1 : entry.wakeAt().toEpochMilli());
        text(out, entry.traceparent());
        refused(out, entry);
        text(out, entry.payload());
    }

    private static void origin(DataOutputStream out, Entry.@Nullable Origin origin)
            throws IOException {
        text(out, origin == null ? null : origin.policy());
        text(out, origin == null ? null : origin.streamId());
        out.writeLong(origin == null ? -1 : origin.sequence());
        out.writeInt(origin == null ? -1 : origin.index());
    }

    private static void refused(DataOutputStream out, Entry entry) throws IOException {
        out.writeInt(entry.refused().size());
        for (Entry.RefusedCommand refused : entry.refused()) {
            text(out, refused.commandId());
            text(out, refused.fingerprint());
            refusal(out, refused.refusal());
        }
    }

    private static void refusal(DataOutputStream out, Refusal refusal) throws IOException {
        text(out, refusal.kind().name());
        text(out, refusal.code());
        text(out, refusal.detail());
        out.writeInt(refusal.violations().size());
        for (Violation violation : refusal.violations()) {
            text(out, violation.ruleId());
            text(out, violation.requirement());
            text(out, violation.severity().name());
            text(out, violation.field());
            text(out, violation.message());
            text(out, violation.suggestion());
            out.writeBoolean(violation.overridable());
        }
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}

package io.chatkeeper.sop;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads an SOP file: YAML in, a consistent model out, or all faults at once with their places.
public final class SopReader {
    /// The largest file that is read, in bytes of UTF-8.
    public static final int MAX_BYTES = 256 * 1024;

    private SopReader() {}

    /// @throws SopFaults with everything that is wrong with the file
    public static Sop read(String yaml) {
        FaultList faults = new FaultList();
        if (yaml.length() > MAX_BYTES || yaml.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            faults.add(1, 1, "", "The file is larger than " + MAX_BYTES / 1024 + " KB.");
            faults.throwIfAny();
        }
        Optional<Yaml> file = YamlText.read(yaml, faults);
        file.ifPresent(read -> {
            new ShapeCheck(faults).check(SopShape.FILE, read, "");
            new SopConsistency(faults).check(read);
        });
        faults.throwIfAny();
        return new SopBuilder(file.orElseThrow(), yaml).sop();
    }

    /// The same for a file's bytes, which must be UTF-8.
    ///
    /// @throws SopFaults with everything that is wrong with the file
    public static Sop read(byte[] yaml) {
        try {
            return read(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(yaml)).toString());
        } catch (CharacterCodingException notUtf8) {
            FaultList faults = new FaultList();
            faults.add(1, 1, "", "The file is not written in UTF-8.");
            faults.throwIfAny();
            throw new IllegalStateException(notUtf8);
        }
    }
}

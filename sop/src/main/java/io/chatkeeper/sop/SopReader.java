package io.chatkeeper.sop;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
            throw tooLarge();
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
        if (yaml.length > MAX_BYTES) {
            throw tooLarge();
        }
        try {
            return read(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(yaml)).toString());
        } catch (CharacterCodingException notUtf8) {
            throw new SopFaults(
                    List.of(new SopFault(1, 1, "", "The file is not written in UTF-8.")));
        }
    }

    private static SopFaults tooLarge() {
        String message = "The file is larger than " + MAX_BYTES / 1024 + " KB.";
        return new SopFaults(List.of(new SopFault(1, 1, "", message)));
    }
}

package io.chatkeeper.notes;

import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// SOP files as they are shipped.
public final class ShippedSops {
    private ShippedSops() {}

    /// A register with these versions in force.
    public static SopRegister of(String... ids) {
        SopRegister sops = new SopRegister();
        for (String id : ids) {
            var file = RealParts.repositoryRoot().resolve("deploy/sops/" + id + ".yaml");
            try {
                sops.add(SopReader.read(Files.readAllBytes(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sops;
    }
}

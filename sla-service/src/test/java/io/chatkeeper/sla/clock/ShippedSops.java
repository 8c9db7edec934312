package io.chatkeeper.sla.clock;

import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// SOP files as they are shipped.
final class ShippedSops {
    private ShippedSops() {}

    static SopRegister of(String... ids) {
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

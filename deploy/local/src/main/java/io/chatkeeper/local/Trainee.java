package io.chatkeeper.local;

import java.util.function.BooleanSupplier;

/// A program to be trained.
///
/// @param name as people know it
/// @param child its process, which is to write the cache of `app` when it ends
/// @param ready whether that process has come as far as is worth remembering
record Trainee(String name, App app, ChildProcess child, BooleanSupplier ready) {

    static Trainee of(Part part, App app) {
        return new Trainee(part.name(), app, part.child(), part::answers);
    }
}

package io.chatkeeper.bench.load;

/// A backlog: a number of pieces for each stream, stream after stream in turn, as fast as they can
/// be submitted.
///
/// @param whenSubmitted called when everything is submitted, for instance to let go of the target
public record Burst(int perStream, Runnable whenSubmitted) implements Load {
    @Override
    public Outcome on(Target target) throws InterruptedException {
        Tally tally = new Tally();
        for (int piece = 0; piece < perStream; piece++) {
            for (int stream = 0; stream < target.streams(); stream++) {
                Tally.Ending ending = tally.begin(System.nanoTime());
                target.submit(stream).whenComplete((_, failure) -> ending.with(failure));
            }
        }
        tally.restart();
        whenSubmitted.run();
        return tally.await();
    }
}

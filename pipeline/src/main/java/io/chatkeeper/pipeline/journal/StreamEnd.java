package io.chatkeeper.pipeline.journal;

/// The end of a stream: what an append must know to continue it.
///
/// @param version sequence of the last entry; 0 before the first
/// @param hash hash of the last entry
/// @param bucket number of the last bucket, from 0
/// @param bucketEvents entries in it
/// @param bucketBytes size of their payloads
public record StreamEnd(long version, String hash, int bucket, int bucketEvents, long bucketBytes) {
    /// A bucket with this many entries is full; one append may take it beyond.
    public static final int BUCKET_EVENTS = 128;

    /// A bucket with payloads of this many bytes is full; one append may take it beyond.
    public static final long BUCKET_BYTES = 4L * 1024 * 1024;

    /// The end of a stream that has no entry yet.
    public static final StreamEnd START = new StreamEnd(0, HashChain.START, 0, 0, 0);

    /// The bucket into which the next append goes.
    public int bucketOfNext() {
        return bucketEvents >= BUCKET_EVENTS || bucketBytes >= BUCKET_BYTES ? bucket + 1 : bucket;
    }

    /// Whether the next append begins a new bucket, before which a snapshot is due.
    public boolean isFull() {
        return bucketOfNext() != bucket;
    }

    /// The end after one more entry of an append, which stays in the bucket where the append began.
    StreamEnd after(Entry entry) {
        long size = Entry.sizeOf(entry.payload());
        return new StreamEnd(
                entry.sequence(), entry.hash(), bucket, bucketEvents + 1, bucketBytes + size);
    }

    /// The same end at the beginning of an append: a full bucket is left behind.
    public StreamEnd rolled() {
        return bucketOfNext() == bucket ? this : new StreamEnd(version, hash, bucket + 1, 0, 0);
    }
}

package io.chatkeeper.pipeline.journal;

import java.util.List;

/// Entries to be written behind a stream's present end, all or none.
///
/// @param end where the stream ended when the entries were decided
public record Append(String streamId, StreamEnd end, List<Entry> entries) {
    /// The sequence after the append.
    public long version() {
        return entries.getLast().sequence();
    }

    /// Where the stream ends once this is written.
    public StreamEnd after() {
        StreamEnd moved = end.rolled();
        for (Entry entry : entries) {
            moved = moved.after(entry);
        }
        return moved;
    }

    /// The bucket that takes these entries. It depends on the stream's end alone, never on what is
    /// to be written: two writers at the same end always meet in the same document, and one of them
    /// loses.
    public int bucket() {
        return end.bucketOfNext();
    }
}

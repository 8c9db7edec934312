package io.chatkeeper.pipeline.mongo;

import java.util.Comparator;

/// The `_id` of a document of the journal: `<stream>#<bucket>` of a bucket, with `@s` behind it of
/// the snapshot with which that bucket begins. In the order in which a stream is followed, a
/// bucket's snapshot comes before the bucket.
record DocumentName(String stream, int bucket, boolean snapshot)
        implements Comparable<DocumentName> {
    private static final String SNAPSHOT = "@s";
    private static final Comparator<DocumentName> AS_FOLLOWED =
            Comparator.comparing(DocumentName::stream)
                    .thenComparing(DocumentName::bucket)
                    .thenComparing(name -> !name.snapshot);

    static DocumentName of(String id) {
        boolean snapshot = id.endsWith(SNAPSHOT);
        String bucketId = snapshot ? id.substring(0, id.length() - SNAPSHOT.length()) : id;
        int mark = bucketId.lastIndexOf('#');
        return new DocumentName(
                bucketId.substring(0, mark),
                Integer.parseInt(bucketId.substring(mark + 1)),
                snapshot);
    }

    static String ofBucket(String stream, int bucket) {
        return stream + "#" + bucket;
    }

    static String ofSnapshot(String stream, int bucket) {
        return ofBucket(stream, bucket) + SNAPSHOT;
    }

    String id() {
        return snapshot ? ofSnapshot(stream, bucket) : ofBucket(stream, bucket);
    }

    @Override
    public int compareTo(DocumentName other) {
        return AS_FOLLOWED.compare(this, other);
    }
}

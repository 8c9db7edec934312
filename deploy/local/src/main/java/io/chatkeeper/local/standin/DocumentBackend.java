package io.chatkeeper.local.standin;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import org.h2.mvstore.MVStore;

/// All databases of one store; those it already holds are opened at once, because a command for
/// them may be the first thing that comes.
final class DocumentBackend extends AbstractMongoBackend {

    private final MVStore store;

    DocumentBackend(MVStore store) {
        this.store = store;
        store.getMapNames().stream()
                .filter(name -> name.startsWith(DocumentDatabase.MAP_PREFIX))
                .map(name -> name.substring(DocumentDatabase.MAP_PREFIX.length()))
                .map(name -> name.substring(0, name.indexOf('.')))
                .distinct()
                .forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DocumentDatabase(name, store, getCursorRegistry());
    }
}

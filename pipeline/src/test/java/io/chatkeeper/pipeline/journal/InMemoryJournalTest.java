package io.chatkeeper.pipeline.journal;

class InMemoryJournalTest extends JournalConformance {
    @Override
    Journal open() {
        return new InMemoryJournal();
    }
}

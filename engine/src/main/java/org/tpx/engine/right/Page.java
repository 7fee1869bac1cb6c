package org.tpx.engine.right;

import java.util.ArrayList;
import java.util.List;
import org.tpx.engine.kernel.Snapshot;

/** Under which deeds and numbers entries stand on a right's page, so that a correction can name the entry that it corrects. */
final class Page implements Snapshot.Part {
    private final List<Entry> entries = new ArrayList<>();
    private String lastTitle = "";

    void enter(String instrument) {
        entries.add(new Entry(instrument));
    }

    /** The owners stand on record under this deed from now on. */
    void enterTitle(String instrument) {
        enter(instrument);
        lastTitle = instrument;
    }

    boolean has(String instrument) {
        return entries.stream().anyMatch(entry -> entry.instrument.equals(instrument));
    }

    /** Whether the owners stand on record under this deed. */
    boolean isLastTitle(String instrument) {
        return lastTitle.equals(instrument);
    }

    @Override
    public void exchange(Snapshot snapshot) {
        snapshot.parts(entries, () -> new Entry(""));
        lastTitle = snapshot.text(lastTitle);
    }

    private static final class Entry implements Snapshot.Part {
        private String instrument;

        private Entry(String instrument) {
            this.instrument = instrument;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            instrument = snapshot.text(instrument);
        }
    }
}

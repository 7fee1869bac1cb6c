package org.tpx.gateway.play;

import java.nio.file.Path;
import org.tpx.gateway.json.Directory;
import org.tpx.host.TurnListener;
import org.tpx.host.TurnView;
import org.tpx.journal.EventFeed;
import org.tpx.wire.RecordCodec;

/** Teaches a {@link Directory} the names in a journal. */
public final class Names {
    private Names() {}

    /** A listener that teaches the directory what every turn declares. */
    public static TurnListener learner(Directory directory) {
        return turn -> learn(turn, directory);
    }

    /** Teaches the directory all that the journal holds up to now. */
    public static void learn(Path journal, Directory directory) {
        TurnView view = new TurnView(new RecordCodec());
        try (EventFeed feed = EventFeed.open(journal, 1)) {
            feed.tellAll(turn -> learn(view.over(turn), directory));
        }
    }

    /** Decodes only what declares something; the view is behind its last event afterwards. */
    static void learn(TurnView turn, Directory directory) {
        turn.rewind();
        while (turn.next()) {
            if (directory.isTaughtBy(turn.eventTemplateId())) {
                directory.learn(turn.event());
            }
        }
    }
}

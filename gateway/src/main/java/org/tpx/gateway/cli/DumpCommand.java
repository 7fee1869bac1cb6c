package org.tpx.gateway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.play.Names;
import org.tpx.gateway.play.TurnLines;
import org.tpx.gateway.play.TurnText;
import org.tpx.host.TurnListener;
import org.tpx.host.TurnView;
import org.tpx.journal.EventFeed;
import org.tpx.wire.RecordCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tpx audit dump}: what is in the journal? */
@Command(
        name = "dump",
        description = "Prints the turns of a journal: each command and the events that it caused.",
        footer = {
            "  $$ tpx audit dump /var/lib/tpx --from 100 | less",
            "  $$ tpx audit dump --json /var/lib/tpx | grep CertificateIssued"
        })
final class DumpCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AuditCommand audit;

    @Parameters(paramLabel = "DIR", description = "The journal's directory.")
    private Path journal = Path.of("");

    @Option(names = "--from", paramLabel = "SEQ", description = "The first turn to print. Default: ${DEFAULT-VALUE}.")
    private long from = 1;

    @Option(names = "--json", description = "Print one JSON line for each command and each event.")
    private boolean json;

    @Override
    public Integer call() {
        if (from < 1) {
            throw new InputException("--from: turns count from 1, not " + from);
        }
        Directory directory = new Directory();
        if (json) {
            try (TurnLines lines = TurnLines.ofTurns(directory, audit.terminal().out())) {
                dump(directory, lines);
            }
        } else {
            dump(directory, turn -> print(TurnText.of(turn, directory)));
        }
        return ExitCode.DONE;
    }

    /** Reads from the first turn on, since names are declared before they are used. */
    private void dump(Directory directory, TurnListener listener) {
        TurnListener names = Names.learner(directory);
        TurnView view = new TurnView(new RecordCodec());
        try (EventFeed feed = EventFeed.open(journal, 1)) {
            feed.tellAll(record -> {
                names.onTurn(view.over(record));
                if (record.sequence() >= from) {
                    listener.onTurn(view);
                }
            });
        }
    }

    private void print(String text) {
        try {
            audit.terminal().print(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

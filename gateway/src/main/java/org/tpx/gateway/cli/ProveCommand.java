package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tpx.settlement.audit.Prover;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tpx audit prove}: a file that proves one event to somebody who has no journal. */
@Command(
        name = "prove",
        description = {
            "Prints a proof that an event stands in the journal, as one JSON object: the event, and the hashes from it up to a checkpoint "
                    + "that the exchange signed. It shows nothing of any other event.",
            "",
            "tpx audit check reads it, and so can anybody's own program: docs/ARCHITECTURE.md says how."
        },
        footer = {
            "  $$ tpx audit prove /var/lib/tpx 78 > proof.json",
            "  $$ tpx audit prove /var/lib/tpx 78 --event 3 > proof.json"
        })
final class ProveCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AuditCommand audit;

    @Parameters(index = "0", paramLabel = "DIR", description = "The journal's directory.")
    private Path journal = Path.of("");

    @Parameters(index = "1", paramLabel = "SEQ", description = "The turn.")
    private long sequence;

    @Option(
            names = "--event",
            paramLabel = "N",
            description = "The event's place in the turn. Default: ${DEFAULT-VALUE}.")
    private int event = 1;

    @Override
    public Integer call() throws IOException {
        try {
            audit.terminal()
                    .print(ProofJson.write(Prover.of(journal).prove(sequence, event))
                            .toString());
            return ExitCode.DONE;
        } catch (IllegalArgumentException failure) {
            throw new InputException(String.valueOf(failure.getMessage()));
        }
    }
}

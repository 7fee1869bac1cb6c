package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tpx.host.Difference;
import org.tpx.host.ReplayResult;
import org.tpx.settlement.audit.JournalAudit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tpx audit replay}: does the journal tell the truth? */
@Command(
        name = "replay",
        description =
                "Carries every turn of a journal out again, compares each event with the recorded one, and prints the hash of "
                        + "the state. Names the first difference, if there is one, and exits with 4.",
        footer = {"  $$ tpx audit replay /var/lib/tpx", "  $$ tpx audit replay --json /var/lib/tpx"})
final class ReplayCommand implements Callable<Integer> {
    private static final double SECOND_NANOS = 1e9;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AuditCommand audit;

    @Parameters(paramLabel = "DIR", description = "The journal's directory.")
    private Path journal = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ReplayResult result = JournalAudit.replay(journal, sequence -> {});
        if (json) {
            audit.terminal().print(json(result));
        } else {
            print(result);
        }
        return result.isEqual() ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private void print(ReplayResult result) throws IOException {
        Terminal terminal = audit.terminal();
        terminal.print(result.difference()
                .map(Difference::sentence)
                .orElse("Every outcome is as the journal " + journal + " has it."));
        terminal.print("  turns        " + Figures.grouped(result.turns()));
        terminal.print("  events       " + Figures.grouped(result.events()));
        terminal.print("  state hash   " + result.stateHash());
        terminal.print("  chain        " + result.chain());
        terminal.print(String.format(
                "  speed        %s turns/s in %.2f s",
                Figures.grouped(result.turnsPerSecond()), result.elapsedNanos() / SECOND_NANOS));
    }

    private static String json(ReplayResult result) {
        JsonText text = new JsonText()
                .put("equal", result.isEqual())
                .put("turns", result.turns())
                .put("events", result.events())
                .put("sequence", result.lastSequence())
                .put("stateHash", result.stateHash().toString())
                .put("chain", result.chain().toString())
                .put("turnsPerSecond", result.turnsPerSecond());
        result.difference()
                .ifPresent(difference -> text.put(
                        "difference",
                        new JsonText()
                                .put("sequence", difference.sequence())
                                .put("ordinal", difference.ordinal())
                                .put("recorded", difference.recorded())
                                .put("executed", difference.executed())));
        return text.toString();
    }
}

package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tpx.journal.Finding;
import org.tpx.journal.JournalHead;
import org.tpx.journal.JournalPublicKey;
import org.tpx.settlement.audit.JournalAudit;
import org.tpx.settlement.audit.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tpx audit verify}: is the journal whole? */
@Command(
        name = "verify",
        description =
                "Verifies that a journal is whole: every turn in its place, its checksum, the hash chain and the signed "
                        + "checkpoints. Needs no engine.",
        footer = {"  $$ tpx audit verify /var/lib/tpx", "  $$ tpx audit verify --json /var/lib/tpx"})
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AuditCommand audit;

    @Parameters(paramLabel = "DIR", description = "The journal's directory.")
    private Path journal = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "The public key that you hold, to check signatures with; without it the one beside the journal is "
                            + "believed.")
    private @Nullable Path key;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Verification found = key == null
                ? JournalAudit.verify(journal)
                : JournalAudit.verify(journal, CheckCommand.read("--key: ", key, JournalPublicKey::parse));
        for (Finding finding : found.report().findings()) {
            audit.terminal().err().println(finding);
        }
        if (json) {
            audit.terminal().print(json(found));
        } else {
            print(found);
        }
        return found.isSound() ? ExitCode.DONE : ExitCode.JOURNAL;
    }

    private void print(Verification found) throws IOException {
        JournalHead head = found.report().head();
        Terminal terminal = audit.terminal();
        terminal.print("The journal " + journal + (found.isSound() ? " is whole." : " is DAMAGED."));
        terminal.print("  turns        " + Figures.grouped(found.turns()));
        if (head.sequence() > 0) {
            terminal.print("  last turn    " + Times.format(head.timeNanos()));
        }
        terminal.print("  chain        " + head.chain());
        terminal.print("  tree root    " + found.report().root());
        terminal.print("  checkpoints  " + Figures.grouped(found.report().checkpointCount()) + " compared");
        terminal.print("  speed        " + Figures.grouped(found.turnsPerSecond()) + " turns/s");
    }

    private static String json(Verification found) {
        JournalHead head = found.report().head();
        JsonText text = new JsonText()
                .put("sound", found.isSound())
                .put("turns", found.turns())
                .put("lastTurnAt", Times.format(head.timeNanos()))
                .put("chain", head.chain().toString())
                .put("root", found.report().root().toString())
                .put("checkpoints", found.report().checkpointCount())
                .put("turnsPerSecond", found.turnsPerSecond());
        List<String> findings =
                found.report().findings().stream().map(Finding::toString).toList();
        return text.put("findings", findings).toString();
    }
}

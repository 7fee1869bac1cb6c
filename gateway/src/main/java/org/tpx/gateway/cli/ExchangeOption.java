package org.tpx.gateway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.tpx.journal.JournalDirectory;
import org.tpx.journal.JournalKeys;
import org.tpx.settlement.audit.Prover;
import org.tpx.settlement.document.Certificates;
import org.tpx.settlement.ledger.SettlementDatabase;
import org.tpx.settlement.paper.CertificateIssuer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What only the exchange has: its journal with the private key, and the books. */
final class ExchangeOption {

    @Option(names = "--journal", required = true, paramLabel = "DIR", description = "The journal's directory.")
    private Path journal = Path.of("");

    @Mixin
    private final BooksOption books = new BooksOption();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The exchange's private key. Default: journal.key in the journal's directory.")
    private Path key = Path.of("");

    /** The books of the journal. */
    SettlementDatabase books() {
        if (!Settings.isJournal(journal)) {
            throw new InputException("--journal: " + journal + " holds no journal");
        }
        return books.openExisting(journal);
    }

    /** Whoever signs for the exchange. */
    CertificateIssuer issuer(Certificates certificates) {
        Path privateKey = key.toString().isEmpty() ? journal.resolve("journal.key") : key;
        if (!Files.isRegularFile(privateKey)) {
            throw new InputException("--key: " + privateKey + " is not there; only the exchange itself signs");
        }
        return new CertificateIssuer(
                certificates.exchange().orElse("TPX"),
                Prover.of(journal),
                JournalKeys.openOrCreate(JournalDirectory.open(journal), privateKey));
    }
}

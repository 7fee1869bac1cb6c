package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tpx.journal.JournalDirectory;
import org.tpx.journal.JournalKeys;
import org.tpx.settlement.audit.Prover;
import org.tpx.settlement.document.CertificateData;
import org.tpx.settlement.document.Certificates;
import org.tpx.settlement.paper.CertificateIssuer;
import org.tpx.settlement.paper.CertificatePdf;
import org.tpx.settlement.proof.Certificate;
import org.tpx.settlement.proof.CertificateText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tpx certificate write}: certificates as signed JSON and as PDF. */
@Command(
        name = "write",
        description = {
            "Writes certificates that two people have issued, each as signed JSON (NUMBER.json) and as PDF (NUMBER.pdf).",
            "",
            "Needs the books that tpx settle or a node keeps, and the private key beside the journal. A certificate is the same, byte for "
                    + "byte, whenever it is written."
        },
        footer = {
            "  $$ tpx certificate write --journal /var/lib/tpx",
            "  $$ tpx certificate write --journal /var/lib/tpx --out /tmp CERT-2025-000001"
        })
final class CertificateWriteCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CertificateCommand certificate;

    @Option(names = "--journal", required = true, paramLabel = "DIR", description = "The journal's directory.")
    private Path journal = Path.of("");

    @Mixin
    private final BooksOption books = new BooksOption();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The exchange's private key. Default: journal.key in the journal's directory.")
    private Path key = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go. Default: this directory.")
    private Path out = Path.of("");

    @Parameters(paramLabel = "NUMBER", description = "Their numbers. Default: all.", arity = "0..*")
    private List<String> numbers = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        if (!Settings.isJournal(journal)) {
            throw new InputException("--journal: " + journal + " holds no journal");
        }
        Path privateKey = key.toString().isEmpty() ? journal.resolve("journal.key") : key;
        if (!Files.isRegularFile(privateKey)) {
            throw new InputException(
                    "--key: " + privateKey + " is not there; only the exchange itself signs certificates");
        }
        Certificates certificates = new Certificates(books.openExisting(journal));
        CertificateIssuer issuer = new CertificateIssuer(
                certificates.exchange().orElse("TPX"),
                Prover.of(journal),
                JournalKeys.openOrCreate(JournalDirectory.open(journal), privateKey));
        for (CertificateData data : wanted(certificates)) {
            write(issue(issuer, data));
        }
        return ExitCode.DONE;
    }

    private List<CertificateData> wanted(Certificates certificates) {
        if (numbers.isEmpty()) {
            return certificates.all();
        }
        return numbers.stream()
                .map(number -> certificates
                        .find(number)
                        .orElseThrow(() -> new InputException(number + ": the books know no such certificate")))
                .toList();
    }

    private static Certificate issue(CertificateIssuer issuer, CertificateData data) {
        try {
            return issuer.issue(data);
        } catch (IllegalArgumentException failure) {
            throw new InputException(data.certificateNumber() + ": " + failure.getMessage());
        }
    }

    private void write(Certificate issued) throws IOException {
        // The engine counts the numbers, so that none names a path.
        String number = issued.facts().number();
        Path json = out.resolve(number + ".json");
        Path pdf = out.resolve(number + ".pdf");
        Files.write(json, CertificateText.file(issued));
        Files.write(pdf, CertificatePdf.write(issued));
        certificate.terminal().print(json + "\n" + pdf);
    }
}

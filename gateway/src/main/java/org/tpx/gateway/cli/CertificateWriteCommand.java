package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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

    @Mixin
    private final ExchangeOption exchange = new ExchangeOption();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go. Default: this directory.")
    private Path out = Path.of("");

    @Parameters(paramLabel = "NUMBER", description = "Their numbers. Default: all that hold.", arity = "0..*")
    private List<String> numbers = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Certificates certificates = new Certificates(exchange.books());
        CertificateIssuer issuer = exchange.issuer(certificates);
        for (CertificateData data : wanted(certificates)) {
            write(issue(issuer, data));
        }
        return ExitCode.DONE;
    }

    private List<CertificateData> wanted(Certificates certificates) {
        if (numbers.isEmpty()) {
            return certificates.all().stream()
                    .filter(data -> data.revokedNanos() == 0)
                    .toList();
        }
        return numbers.stream()
                .map(number -> certificates
                        .find(number)
                        .orElseThrow(() -> new InputException(number + ": the books know no such certificate")))
                .map(CertificateWriteCommand::holding)
                .toList();
    }

    private static CertificateData holding(CertificateData data) {
        if (data.revokedNanos() != 0) {
            throw new InputException(data.certificateNumber() + ": was revoked, and is not written again");
        }
        return data;
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

package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tpx.settlement.paper.CertificatePdf;
import org.tpx.settlement.proof.Certificate;
import org.tpx.settlement.proof.CertificateCheck;
import org.tpx.settlement.proof.CertificateFacts;
import org.tpx.settlement.proof.ExchangeKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tpx certificate verify}: does the exchange vouch for this certificate? */
@Command(
        name = "verify",
        description = {
            "Checks a certificate, JSON or PDF, against the exchange's public key, and says what is proven.",
            "",
            "Needs no journal and no network. One changed bit anywhere is refused; a PDF is written again from the JSON that is attached to it "
                    + "and compared byte for byte. Exits with 4 where the certificate is not what the exchange signed."
        },
        footer = {"  $$ tpx certificate verify CERT-2025-000001.pdf --key journal.pub"})
final class CertificateVerifyCommand implements Callable<Integer> {
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CertificateCommand certificate;

    @Parameters(paramLabel = "FILE", description = "The certificate: NUMBER.json or NUMBER.pdf.")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "The exchange's public key that you hold: its journal.pub, from a place that you trust.")
    private Path key = Path.of("");

    @Override
    public Integer call() throws IOException {
        ExchangeKey trusted = CheckCommand.read("--key: ", key, ExchangeKey::parse);
        byte[] bytes = bytes();
        boolean pdf = Arrays.equals(bytes, 0, Math.min(PDF.length, bytes.length), PDF, 0, PDF.length);
        Optional<byte[]> json = pdf ? CertificatePdf.attached(bytes) : Optional.of(bytes);
        if (json.isEmpty()) {
            return refuse("The PDF has no certificate attached to it, or is damaged.");
        }
        Certificate shown;
        try {
            shown = CertificateJson.read(json.get());
        } catch (IllegalArgumentException malformed) {
            return refuse("It " + malformed.getMessage() + ".");
        }
        Optional<String> complaint = CertificateCheck.complaint(shown, json.get(), trusted);
        if (complaint.isPresent()) {
            return refuse(complaint.get());
        }
        if (pdf && !Arrays.equals(CertificatePdf.write(shown), bytes)) {
            return refuse(
                    "What is attached to the PDF is genuine, but its pages are not what this release writes for it."
                            + " Trust the attachment, not the pages.");
        }
        certificate.terminal().print(sentences(shown, trusted));
        return ExitCode.DONE;
    }

    private byte[] bytes() throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException failure) {
            throw new InputException(file + ": there is no such file");
        }
    }

    private int refuse(String complaint) throws IOException {
        certificate.terminal().print("The certificate is NOT genuine. " + complaint);
        return ExitCode.DIFFERENT;
    }

    private static String sentences(Certificate shown, ExchangeKey trusted) {
        CertificateFacts facts = shown.facts();
        String buyers = facts.transferees().stream()
                .map(CertificateFacts.Transferee::party)
                .collect(Collectors.joining(", "));
        return String.join(
                "\n",
                List.of(
                        "The certificate is genuine: " + trusted.name() + " signed every word of it.",
                        "Number     " + facts.number() + ", issued " + facts.issued() + " by "
                                + visible(facts.exchange()),
                        "Sale       " + visible(facts.subject()) + ", from " + facts.transferor() + " to " + buyers
                                + " for " + facts.price() + ", project " + facts.project(),
                        "Journal    the event that issued it, at this price, is event "
                                + shown.proof().entry() + " of turn "
                                + shown.proof().sequence() + ", under a signed checkpoint",
                        "Event      " + shown.eventHash(),
                        "Not shown  whether it was revoked since; the exchange's journal says that"));
    }

    /** Text of somebody else's for a terminal: no character of it moves the cursor or turns the line around. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "\ufffd");
    }
}

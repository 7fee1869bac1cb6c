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
import org.jspecify.annotations.Nullable;
import org.tpx.settlement.paper.CertificatePdf;
import org.tpx.settlement.proof.Certificate;
import org.tpx.settlement.proof.CertificateCheck;
import org.tpx.settlement.proof.CertificateFacts;
import org.tpx.settlement.proof.ExchangeKey;
import org.tpx.settlement.proof.Revocations;
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

    @Option(
            names = "--revocations",
            paramLabel = "FILE",
            description = "The exchange's signed list of revoked certificates: tpx certificate revocations.")
    private @Nullable Path revocations;

    @Override
    public Integer call() throws IOException {
        ExchangeKey trusted = CheckCommand.read("--key: ", key, ExchangeKey::parse);
        byte[] bytes = bytes("", file);
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
        return standing(shown.facts().number(), trusted);
    }

    /** Whether it still holds, as far as a list was given. */
    private int standing(String number, ExchangeKey trusted) throws IOException {
        if (revocations == null) {
            certificate
                    .terminal()
                    .print("Not shown  whether it was revoked since; --revocations takes the exchange's list");
            return ExitCode.DONE;
        }
        Revocations list = revocations(revocations, trusted);
        if (list.numbers().contains(number)) {
            certificate
                    .terminal()
                    .print("REVOKED    the exchange's list of " + list.at() + " names it: it no longer holds");
            return ExitCode.DIFFERENT;
        }
        certificate
                .terminal()
                .print("Holds      as of turn " + list.sequence() + ", " + list.at() + ", by the exchange's list");
        return ExitCode.DONE;
    }

    private static Revocations revocations(Path path, ExchangeKey trusted) throws IOException {
        byte[] bytes = bytes("--revocations: ", path);
        Revocations list;
        try {
            list = CertificateJson.readRevocations(bytes);
        } catch (IllegalArgumentException malformed) {
            throw new InputException("--revocations: " + path + ": " + malformed.getMessage());
        }
        Optional<String> complaint = list.complaint(bytes, trusted);
        if (complaint.isPresent()) {
            throw new InputException("--revocations: " + path + ": " + complaint.get());
        }
        return list;
    }

    private static byte[] bytes(String prefix, Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException failure) {
            throw new InputException(prefix + file + ": there is no such file");
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
                        "Event      " + shown.eventHash()));
    }

    /** Text of somebody else's for a terminal: no character of it moves the cursor or turns the line around. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "\ufffd");
    }
}

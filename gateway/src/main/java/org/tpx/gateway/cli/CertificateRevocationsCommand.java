package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.tpx.settlement.document.Certificates;
import org.tpx.settlement.ledger.Position;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.SettlementDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code tpx certificate revocations}: the signed list of certificates that no longer hold. */
@Command(
        name = "revocations",
        description = {
            "Prints the list of revoked certificates, signed by the exchange, up to the turn that the books reach.",
            "",
            "tpx certificate verify takes it, so that a revoked certificate is told offline."
        },
        footer = {"  $$ tpx certificate revocations --journal /var/lib/tpx > revoked.json"})
final class CertificateRevocationsCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CertificateCommand certificate;

    @Mixin
    private final ExchangeOption exchange = new ExchangeOption();

    @Override
    public Integer call() throws IOException {
        SettlementDatabase database = exchange.books();
        Certificates certificates = new Certificates(database);
        Position position = new SettlementBooks(database).position();
        byte[] list = exchange.issuer(certificates)
                .revocations(certificates.all(), position.sequence(), position.timeNanos())
                .file();
        certificate.terminal().print(new String(list, StandardCharsets.UTF_8).stripTrailing());
        return ExitCode.DONE;
    }
}

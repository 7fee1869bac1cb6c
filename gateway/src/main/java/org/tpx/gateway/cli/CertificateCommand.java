package org.tpx.gateway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code tpx certificate}: transaction certificates as people get them. */
@Command(
        name = "certificate",
        description =
                "Writes the transaction certificates that the exchange issued, and checks those that somebody shows.",
        footer = {
            "  $$ tpx certificate write --journal /var/lib/tpx --out /tmp CERT-2025-000001",
            "  $$ tpx certificate verify CERT-2025-000001.pdf --key journal.pub"
        },
        subcommands = {
            CertificateWriteCommand.class,
            CertificateVerifyCommand.class,
            CertificateRevocationsCommand.class
        })
final class CertificateCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Tpx tpx;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    Terminal terminal() {
        return tpx.terminal();
    }
}

package org.tpx.gateway.cli;

import picocli.CommandLine.Command;

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
final class CertificateCommand extends CommandGroup {}

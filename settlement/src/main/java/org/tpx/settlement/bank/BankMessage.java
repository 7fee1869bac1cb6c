package org.tpx.settlement.bank;

import java.util.List;

/**
 * A message of ISO 20022 as far as the exchange reads it.
 *
 * @param kind which message, {@code camt.054}
 * @param version its version, {@code camt.054.001.08}, or the kind where it says none
 * @param messageId its own id
 * @param createdAt when it was made, as it says
 * @param statuses what it says about payments that were sent
 * @param statements what it says about accounts
 * @param transfers what it orders, where it orders payments
 */
public record BankMessage(
        String kind,
        String version,
        String messageId,
        String createdAt,
        List<BankStatus> statuses,
        List<BankStatement> statements,
        List<BankEntry> transfers) {

    /** Reads a message; throws {@link MalformedBankMessageException} for anything that is none. */
    public static BankMessage read(byte[] content) {
        return new BankMessageReader(BoundedXml.read(content)).read();
    }
}

package org.tpx.settlement.bank;

import java.util.List;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyDirection;

/**
 * One movement on the account as the bank tells it.
 *
 * @param direction in or out
 * @param amount how much; {@link Money#NONE} in a currency that the exchange does not know
 * @param amountText as the bank writes it, {@code CNY 100.00}
 * @param bankReference the bank's reference, or empty
 * @param endToEndId the end-to-end id, or empty
 * @param remittance what payer and bank say about it, in order
 * @param counterAccount the account on the other side, or empty
 * @param bookedOn its day of booking, {@code 2025-08-18}, or empty
 * @param reversal whether it takes another movement back
 * @param returned whether it is a payment that comes back
 * @param booked whether it is booked; other entries are announcements
 */
public record BankEntry(
        MoneyDirection direction,
        Money amount,
        String amountText,
        String bankReference,
        String endToEndId,
        List<String> remittance,
        String counterAccount,
        String bookedOn,
        boolean reversal,
        boolean returned,
        boolean booked) {}

package org.tpx.settlement.bank;

/**
 * Where a payment goes.
 *
 * @param name whose account it is
 * @param account an IBAN, or a number of the bank's own
 * @param bic the bank, or empty where it is the exchange's own
 * @param demo whether it was made up, so that no money can ever reach it
 */
public record PartyAccount(String name, String account, String bic, boolean demo) {}

package org.tpx.settlement.bank;

import java.util.List;
import java.util.Optional;
import org.tpx.protocol.Money;

/**
 * Entries of one account, from a statement or a notification.
 *
 * @param id its own id
 * @param account the account
 * @param from the first instant or day that it covers, as the bank writes it, or empty
 * @param to the instant or day at which it ends, as the bank writes it, or empty
 * @param balances balances by their code
 * @param entries what moved, in order
 */
public record BankStatement(
        String id, String account, String from, String to, List<Balance> balances, List<BankEntry> entries) {

    /**
     * A balance.
     *
     * @param code {@code OPBD} and {@code PRCD} open a day, {@code CLBD} closes it
     * @param amount what lies on the account, negative where it is overdrawn; {@link Money#NONE} in an unknown currency
     * @param on the day, {@code 2025-08-18}
     */
    public record Balance(String code, Money amount, String on) {}

    /** The booked balance at the beginning, where the bank tells it. */
    public Optional<Balance> opening() {
        return balance("OPBD").or(() -> balance("PRCD"));
    }

    /** The booked balance at the end, where the bank tells it. */
    public Optional<Balance> closing() {
        return balance("CLBD");
    }

    private Optional<Balance> balance(String code) {
        return balances.stream().filter(balance -> balance.code().equals(code)).findFirst();
    }
}

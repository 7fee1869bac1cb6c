package org.tpx.settlement.ledger;

import java.util.List;
import java.util.function.Function;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;

/**
 * All accounts with what was booked on them, as of a turn, made from the postings alone.
 *
 * @param sequence the last turn that is in it
 * @param lines one line an account on which anything was booked, in the order of the accounts
 */
public record TrialBalance(long sequence, List<Line> lines) {

    /**
     * One account.
     *
     * @param account the account
     * @param debits the sum of its debits
     * @param credits the sum of its credits
     */
    public record Line(AccountKey account, Money debits, Money credits) {

        /** Debits less credits of the asset, credits less debits of a liability. */
        public Money balance() {
            return account.isAsset() ? debits.minus(credits) : credits.minus(debits);
        }
    }

    /** The part of it that is about the settlement account: everybody's money but the exchange's own. */
    public TrialBalance ofSettlement() {
        return of(false);
    }

    /** The part of it that is about the operating account: the exchange's own money. */
    public TrialBalance ofOperating() {
        return of(true);
    }

    private TrialBalance of(boolean operating) {
        return new TrialBalance(
                sequence,
                lines.stream()
                        .filter(line -> line.account().kind().isOperating() == operating)
                        .toList());
    }

    /** All debits in one currency. */
    public Money debits(Currency currency) {
        return sum(currency, Line::debits);
    }

    /** All credits in one currency. */
    public Money credits(Currency currency) {
        return sum(currency, Line::credits);
    }

    private Money sum(Currency currency, Function<Line, Money> side) {
        Money sum = Money.zero(currency);
        for (Line line : lines) {
            sum = line.account().currency() == currency ? sum.plus(side.apply(line)) : sum;
        }
        return sum;
    }

    /** The asset of one currency less all its liabilities, which is its debits less its credits: zero while the books balance. */
    public Money difference(Currency currency) {
        return debits(currency).minus(credits(currency));
    }

    /** What lies in the settlement account in one currency. */
    public Money settlement(Currency currency) {
        return balance(AccountKey.settlement(currency));
    }

    /** What lies in the operating account in one currency. */
    public Money operating(Currency currency) {
        return balance(AccountKey.operating(currency));
    }

    private Money balance(AccountKey account) {
        Currency currency = account.currency();
        return lines.stream()
                .filter(line -> line.account().equals(account))
                .map(Line::balance)
                .findFirst()
                .orElse(Money.zero(currency));
    }

    /** The currencies in which anything was booked, in the order of their codes in the protocol. */
    public List<Currency> currencies() {
        return lines.stream()
                .map(line -> line.account().currency())
                .distinct()
                .sorted()
                .toList();
    }
}

package org.tpx.settlement.ledger;

import java.math.BigInteger;
import org.tpx.protocol.Money;

/**
 * What the rules leave to those who contributed to an achievement, of the net income of its transfer (section 3). It is advice: the
 * exchange pays the transferor, who pays them.
 *
 * @param dealId the deal
 * @param price the price
 * @param fee the transferor's fee
 * @param costs the transferor's other costs, as last recorded; zero where none were
 * @param shareBps the least share in basis points, by the rule profile; 0 where it says nothing
 */
public record ContributorAdvice(long dealId, Money price, Money fee, Money costs, int shareBps) {
    private static final BigInteger WHOLE_BPS = BigInteger.valueOf(10_000);

    /** What the transferor gets. */
    public Money proceeds() {
        return price.minus(fee);
    }

    /** Price less fee and costs; never below zero. */
    public Money netIncome() {
        Money zero = Money.zero(price.currency());
        return costs.isGreaterThan(proceeds()) ? zero : proceeds().minus(costs);
    }

    /** The least that contributors get in all: net income times share, rounded up, since less would fall short of it. */
    public Money leastShare() {
        BigInteger[] parts = BigInteger.valueOf(netIncome().minor())
                .multiply(BigInteger.valueOf(shareBps))
                .divideAndRemainder(WHOLE_BPS);
        long minor = parts[0].longValueExact() + (parts[1].signum() == 0 ? 0 : 1);
        return Money.ofMinor(minor, price.currency());
    }
}

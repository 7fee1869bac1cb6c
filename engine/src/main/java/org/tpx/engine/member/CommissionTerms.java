package org.tpx.engine.member;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.Money;

/** What a broker gets of a price: a rate, rounded half up to the minor unit, and not less than the minimum. */
public final class CommissionTerms implements Snapshot.Part {

    private static final long MILLION = 1_000_000;

    private long memberId;
    private FeeSide payer = FeeSide.SELLER;
    private int ratePpm;
    private Money minimum = Money.NONE;

    CommissionTerms() {}

    CommissionTerms(long memberId, FeeSide payer, int ratePpm, Money minimum) {
        this.memberId = memberId;
        this.payer = payer;
        this.ratePpm = ratePpm;
        this.minimum = minimum;
    }

    /** The broker. */
    public long memberId() {
        return memberId;
    }

    /** The side that pays it. */
    public FeeSide payer() {
        return payer;
    }

    /** Parts per million of the price. */
    public int ratePpm() {
        return ratePpm;
    }

    /** The least commission, or none. */
    public Money minimum() {
        return minimum;
    }

    /** The commission on a price, in its currency; a minimum in another currency does not count. */
    public Money on(Money price) {
        // The millions of a price times the rate, and their rest times it, stay within a long where the whole product
        // may not.
        long millionths = price.minor() % MILLION * ratePpm + MILLION / 2;
        long minor = price.minor() / MILLION * ratePpm + millionths / MILLION;
        boolean counts = minimum.currency() == price.currency();
        return Money.ofMinor(counts ? Math.max(minor, minimum.minor()) : minor, price.currency());
    }

    boolean isNothing() {
        return ratePpm == 0 && !minimum.isPositive();
    }

    @Override
    public void exchange(Snapshot snapshot) {
        memberId = snapshot.number(memberId);
        payer = snapshot.constant(payer);
        ratePpm = snapshot.number(ratePpm);
        minimum = snapshot.money(minimum);
    }
}

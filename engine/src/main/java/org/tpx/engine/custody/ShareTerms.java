package org.tpx.engine.custody;

import java.math.BigInteger;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Money;

/** Which shares a listing sells, and with which it is paid. */
final class ShareTerms implements Snapshot.Part {
    private long listingId;
    private long offeredRegisterId;
    private long offeredShares;
    private long payingRegisterId;
    private Money shareValue = Money.NONE;

    ShareTerms() {}

    ShareTerms(long listingId) {
        this.listingId = listingId;
    }

    long listingId() {
        return listingId;
    }

    /** The register of the shares that the listing's right stands for, or 0. */
    long offeredRegisterId() {
        return offeredRegisterId;
    }

    long offeredShares() {
        return offeredShares;
    }

    void offer(long registerId, long shares) {
        offeredRegisterId = registerId;
        offeredShares = shares;
    }

    /** The register of the shares that pay, or 0 where money does. */
    long payingRegisterId() {
        return payingRegisterId;
    }

    void payWith(long registerId, Money value) {
        payingRegisterId = registerId;
        shareValue = value;
    }

    /** How many shares pay this price: what is left over counts as a share, since there is neither a part of one nor money for it. */
    long sharesFor(Money price) {
        BigInteger value = BigInteger.valueOf(shareValue.minor());
        return BigInteger.valueOf(price.minor())
                .add(value)
                .subtract(BigInteger.ONE)
                .divide(value)
                .longValueExact();
    }

    @Override
    public void exchange(Snapshot snapshot) {
        listingId = snapshot.number(listingId);
        offeredRegisterId = snapshot.number(offeredRegisterId);
        offeredShares = snapshot.number(offeredShares);
        payingRegisterId = snapshot.number(payingRegisterId);
        shareValue = snapshot.money(shareValue);
    }
}

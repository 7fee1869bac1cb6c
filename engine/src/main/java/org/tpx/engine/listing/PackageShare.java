package org.tpx.engine.listing;

import java.math.BigInteger;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Money;

/**
 * Where the price of a listing lies within the one bid that bought it together with others. The service fee is reckoned on the whole
 * bid, its minimum taken once; each listing bears what falls on its stretch of it.
 *
 * <pre>
 *   0 ........ before |== price ==| ............ whole
 *   fee(price) = round(fee(whole) * (before + price) / whole) - round(fee(whole) * before / whole), halves up
 * </pre>
 *
 * <p>So the fees of all its listings are the fee on the whole, to the cent.
 *
 * @param whole the bid; {@link Money#NONE} where the listing was bought alone
 * @param before what it pays for the listings before this one
 */
public record PackageShare(Money whole, Money before) {

    /** The listing was bought alone. */
    public static final PackageShare NONE = new PackageShare(Money.NONE, Money.NONE);

    /** Whether the listing was bought alone. */
    public boolean isNone() {
        return whole.isNone();
    }

    /** What falls on this price of a fee on the whole. */
    Money of(Money fee, Money price) {
        return scaled(fee, before.plus(price)).minus(scaled(fee, before));
    }

    /** Writes or reads it. */
    PackageShare exchange(Snapshot snapshot) {
        return new PackageShare(snapshot.money(whole), snapshot.money(before));
    }

    private Money scaled(Money fee, Money part) {
        BigInteger twice = BigInteger.valueOf(fee.minor())
                .multiply(BigInteger.valueOf(part.minor()))
                .shiftLeft(1);
        BigInteger half = BigInteger.valueOf(whole.minor());
        long minor = twice.add(half).divide(half.shiftLeft(1)).longValueExact();
        return Money.ofMinor(minor, fee.currency());
    }
}

package org.tpx.engine.rofr;

import java.util.ArrayList;
import java.util.List;
import org.tpx.engine.money.LargestRemainder;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.Money;
import org.tpx.protocol.SharingManner;

/**
 * What each of several holders of one rank pays: by their agreement where it names exactly them, else in proportion to what they
 * hold (Company Law Art. 84). Minor units that are left go to the largest remainders, of equal ones to the first in the notice.
 */
final class Allotment {

    private final List<Holder> takers;
    private final boolean agreed;

    Allotment(List<Holder> holders, List<Holder> takers) {
        this.takers = takers;
        agreed = holders.stream().allMatch(holder -> (holder.agreedParts() > 0) == takers.contains(holder));
    }

    SharingManner manner() {
        return agreed ? SharingManner.AGREEMENT : SharingManner.PRO_RATA;
    }

    /** The parts of this price; they add up to it. */
    List<BuyerShare> of(Money price) {
        long[] bases = takers.stream().mapToLong(this::base).toArray();
        long[] parts = LargestRemainder.divide(price.minor(), bases);
        List<BuyerShare> shares = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            shares.add(new BuyerShare(takers.get(i).partyId(), Money.ofMinor(parts[i], price.currency())));
        }
        return shares;
    }

    private long base(Holder taker) {
        return agreed ? taker.agreedParts() : taker.shareBase();
    }
}

package org.tpx.settlement.register;

import java.util.List;

/**
 * A register of shares as it stood after a turn.
 *
 * @param code its code
 * @param issuer the code of the company
 * @param shareClass the class of shares
 * @param sequence the turn
 * @param holders all who held shares then, in the order of the parties' numbers
 */
public record ShareRegisterAt(String code, String issuer, String shareClass, long sequence, List<ShareHolder> holders) {

    /** The shares of all holders together. */
    public long totalShares() {
        return holders.stream().mapToLong(ShareHolder::shares).sum();
    }
}

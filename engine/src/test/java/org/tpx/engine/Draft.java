package org.tpx.engine;

import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.ListingTerms;
import org.tpx.protocol.Money;
import org.tpx.protocol.ReleasePolicy;

/**
 * What an agent writes into the draft of a listing; without more, that of example E2: 6 million, a deposit of 30 %, steps of
 * 50,000, twenty working days.
 *
 * @param code the listing
 * @param right the right that it offers
 * @param seller the transferor
 * @param terms what the notice will say
 */
public record Draft(String code, String right, String seller, ListingTerms terms) {

    private static final ListingTerms TERMS = new ListingTerms(
            Written.money("CNY 6,000,000.00"),
            Money.NONE,
            Written.money("CNY 1,800,000.00"),
            Written.money("CNY 50,000.00"),
            AuctionMode.MULTI_ROUND_ASCENDING,
            20,
            0,
            0,
            0,
            0,
            false,
            ReleasePolicy.BY_PROFILE,
            0,
            ForfeitPolicy.BY_PROFILE,
            "");

    /** The draft of example E2 under this code, of the right R1 of SELLER. */
    public static Draft listing(String code) {
        return new Draft(code, "R1", "SELLER", TERMS);
    }

    public Draft of(String otherRight) {
        return new Draft(code, otherRight, seller, terms);
    }

    public Draft from(String otherSeller) {
        return new Draft(code, right, otherSeller, terms);
    }

    public Draft price(String amount) {
        return with("listingPrice", Written.money(amount));
    }

    public Draft deposit(String amount) {
        return with("deposit", Written.money(amount));
    }

    public Draft appraisal(String amount) {
        return with("appraisal", Written.money(amount));
    }

    public Draft days(int days) {
        return with("disclosureDays", days);
    }

    public Draft extensions(int cycles) {
        return with("maxExtensions", cycles);
    }

    /** The runner-up may wait with its deposit held. */
    public Draft runnerUpWaiting() {
        return with("runnerUpWaiting", true);
    }

    public Draft forfeit(ForfeitPolicy policy) {
        return with("forfeitPolicy", policy);
    }

    public Draft release(ReleasePolicy policy) {
        return with("releasePolicy", policy);
    }

    /** The same with another term, named as it is declared. */
    public Draft with(String term, Object value) {
        return new Draft(code, right, seller, With.with(terms, term, value));
    }
}

package org.tpx.engine.sale;

import static org.tpx.engine.Draft.listing;

import org.tpx.engine.Draft;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Commitment;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.PriceRule;
import org.tpx.protocol.Ref;
import org.tpx.protocol.SealedCommand.CloseOpening;
import org.tpx.protocol.SealedCommand.CommitLotSeed;
import org.tpx.protocol.SealedCommand.OpenBid;
import org.tpx.protocol.SealedCommand.ReleaseShare;
import org.tpx.protocol.SealedCommand.RevealLotSeed;
import org.tpx.protocol.SealedCommand.SetSealedTerms;
import org.tpx.protocol.SealedCommand.SubmitSealedBid;
import org.tpx.protocol.TiePolicy;

/**
 * Sealed quotes as tests tell of them: a listing at 6 million and increments of 50,000, bids collected on 2025-07-08 from 10:00
 * to 11:00, half an hour each for the opening and for quoting again. Bidders are admitted in the order in which they are named,
 * so that B1 is BC-001.
 */
abstract class SealedScenario extends Scenario {

    static final Draft SEALED = listing("L1").with("auctionMode", AuctionMode.SEALED_ONE_TIME);
    static final String START = "CNY 6,000,000.00";
    static final String SEED = "seed of the test";

    /** One bid each at the first price; who ties may quote again, then the earlier wins. */
    static SetSealedTerms terms(long listingId) {
        return terms(listingId, PriceRule.FIRST_PRICE, TiePolicy.EARLIEST);
    }

    static SetSealedTerms terms(long listingId, PriceRule rule, TiePolicy policy) {
        return new SetSealedTerms(listingId, 0, rule, policy, 1_800, 1_800);
    }

    /** Bids are collected from now on, 10:00. */
    Market collecting(PriceRule rule, TiePolicy policy, String... bidders) {
        market.draftsWith(id -> terms(id, rule, policy)).inAuction(SEALED.runnerUpWaiting(), bidders);
        if (policy != TiePolicy.EARLIEST) {
            commits("CLERK-1", SEED).accepted();
        }
        return market.schedules("2025-07-08 10:00", "2025-07-08 11:00").at("2025-07-08 10:00");
    }

    /** The same at the first price, where the earlier of equal bids wins. */
    Market collecting(String... bidders) {
        return collecting(PriceRule.FIRST_PRICE, TiePolicy.EARLIEST, bidders);
    }

    /** 11:00 and half a minute: both officers released their shares. */
    Market unlocked() {
        at("2025-07-08 11:00:30");
        return releases();
    }

    Market releases() {
        shares("CLERK-1").accepted();
        return shares("SUPERVISOR-1").accepted();
    }

    Market commits(String officer, String seed) {
        return by(officer, new CommitLotSeed(market.listingId(), Commitment.of(seed)));
    }

    /** Commits to an amount under the party's own nonce. */
    SubmitSealedBid bid(String party, String amount) {
        return new SubmitSealedBid(
                market.listingId(), market.id(Ref.PARTY, party), commitment(party, amount), "ciphertext of " + party);
    }

    Market bids(String party, String amount) {
        return by("A-" + party, bid(party, amount));
    }

    Market shares(String officer) {
        return by(officer, new ReleaseShare(market.listingId(), "share of " + officer));
    }

    OpenBid opening(String party, String amount) {
        return new OpenBid(market.listingId(), market.id(Ref.PARTY, party), Written.money(amount), nonce(party));
    }

    Market opens(String party, String amount) {
        return by("CLERK-2", opening(party, amount));
    }

    Market closes() {
        return by("CLERK-1", new CloseOpening(market.listingId()));
    }

    Market reveals(String seed) {
        return by("CLERK-2", new RevealLotSeed(market.listingId(), seed));
    }

    /** The first listing that the exchange accepts has the number LST-2025-0001. */
    static Hash256 commitment(String party, String amount) {
        String code = "BC-00" + party.substring(1);
        return Commitment.ofBid(
                nonce(party), code, "LST-2025-0001", Written.money(amount).minor());
    }

    /** 128 bits that are the party's own. */
    static String nonce(String party) {
        return Commitment.of("nonce of " + party).toString().substring(0, Commitment.LEAST_NONCE_DIGITS);
    }
}

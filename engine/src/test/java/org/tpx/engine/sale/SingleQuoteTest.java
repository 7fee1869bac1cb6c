package org.tpx.engine.sale;

import static org.tpx.engine.Draft.listing;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Owner;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordTitle;

/** The quote of the only admitted transferee (section 1.4, L14 to L17). */
class SingleQuoteTest extends Scenario {

    @Test
    void shouldTakeTheListingPriceItself() {
        market.inAuction("B1");
        at("2025-07-14 16:59:59.999999999")
                .quotes("B1", "CNY 6,000,000.00")
                .then(
                        "SingleQuoteSubmitted party=B1, amount=CNY 6,000,000.00",
                        "Won party=B1",
                        "Awarded transferee=B1, price=CNY 6,000,000.00, feeMode=NEGOTIATED, signingDue=2025-07-21 17:00");
        at("2025-07-14 17:00").then();
    }

    @Test
    void shouldFindADefaultInThePromiseThatWasNotKept() {
        market.inAuction("B1");
        at("2025-07-14 17:00")
                .quotes("B1", "CNY 6,000,000.00")
                .refused(RejectReason.LATE)
                .then(
                        "TimerFired kind=QUOTE_WINDOW, listing=L1",
                        "Unsold reason=NO_QUOTE",
                        "DefaultFound party=B1, trigger=NO_QUOTE, replyDue=2025-07-21 17:00",
                        "CommandRefused");
        at("2025-07-21 17:00")
                .then(
                        "TimerFired kind=DEFAULT_REPLY, listing=L1, party=B1",
                        "MoneyPosted reason=DEPOSIT_FORFEITED, legs=DEPOSIT B1 L1 CNY 1,800,000.00 -> FORFEIT L1 CNY 1,800,000.00",
                        "ForfeitApplied party=B1, policy=FULL, fees=CNY 28,800.00, compensation=CNY 1,771,200.00, returned=CNY 0.00",
                        "MoneyPosted reason=FORFEIT_APPLIED, legs=FORFEIT L1 CNY 1,800,000.00 -> FEE_EARNED CNY 28,800.00 + PAYABLE SELLER CNY 1,771,200.00",
                        "PaymentDue kind=FEES, amount=CNY 28,800.00",
                        "PaymentDue kind=COMPENSATION, party=SELLER, amount=CNY 1,771,200.00, due=2025-07-24 17:00");
    }

    @Test
    void shouldTakeNoQuoteBeforeTheWindowOpens() {
        market.party("B1");
        at("2025-06-04 09:00")
                .drafts(listing("L1"))
                .quotes("B1", "CNY 6,000,000.00")
                .refused(RejectReason.AUCTION_NOT_OPEN);
        market.submits().accepts();
        at("2025-06-09 09:00")
                .publishes()
                .admitted("CNY 1,800,000.00", "B1")
                .quotes("B1", "CNY 6,000,000.00")
                .refused(RejectReason.AUCTION_NOT_OPEN);
    }

    @Test
    void shouldTakeNoQuoteInAnAuction() {
        market.inBidding(listing("L1"), "B1", "B2")
                .quotes("B1", "CNY 6,000,000.00")
                .refused(RejectReason.LATE);
    }

    @Test
    void shouldTakeNoBidInAQuote() {
        market.inAuction("B1").bids("B1", "CNY 6,000,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
        market.schedules("2025-07-08 10:00", "").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldTakeTheQuoteOfTheOneWhoIsAdmittedOnly() {
        market.party("B2").inAuction("B1").quotes("B2", "CNY 6,000,000.00").refused(RejectReason.NOT_ADMITTED);
        market.quotes("B1", "USD 6,000,000.00").refused(RejectReason.CURRENCY);
        market.quotes("B1", "CNY 5,999,999.99").refused(RejectReason.BELOW_START);
        market.quotes("B1", "CNY 600,000,000.01").refused(RejectReason.ABOVE_SANITY_CAP);
        market.quotes("B1", "CNY 6,000,000.01").accepted();
    }

    @Test
    void shouldTakeNoQuoteForARightThatTheTransferorHasLost() {
        market.inAuction("B1").party("HEIR");
        by(
                "CLERK-1",
                new RecordTitle(
                        market.id(Ref.RIGHT, "R1"),
                        "a judgment",
                        Hash256.ZERO,
                        List.of(new Owner(market.id(Ref.PARTY, "HEIR"), 10_000))));
        market.quotes("B1", "CNY 6,000,000.00").refused(RejectReason.NOT_OWNER);
    }

    @Test
    void shouldTakeNoQuoteInAHaltThoughItsWindowGoesOn() {
        market.inAuction("B1")
                .halts(HaltScope.LISTING)
                .quotes("B1", "CNY 6,000,000.00")
                .refused(RejectReason.HALTED);
        at("2025-07-09 10:00")
                .lifts(HaltScope.LISTING)
                .then("ProposalMade", "ProposalApproved", "HaltLifted scope=LISTING, listing=L1");
        market.quotes("B1", "CNY 6,000,000.00").accepted();
    }
}

package org.tpx.settlement.ledger;

import static org.tpx.protocol.EntrySide.CREDIT;
import static org.tpx.protocol.EntrySide.DEBIT;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Money;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.UnitEvent.UnitsTraded;

/**
 * The money of trades. A trade is its own posting: amount and buyer's fee leave the buyer's trading account, the amount less the
 * seller's fee goes into the seller's, and both fees are earned. Amount and fees are reckoned anew from the terms of the series.
 */
final class TradeMoney {
    private final Postings postings;
    private final Differences differences;

    TradeMoney(Postings postings, Differences differences) {
        this.postings = postings;
        this.differences = differences;
    }

    /** Whether a trade can be booked: one of several currencies is a difference. */
    boolean isInOneCurrency(UnitsTraded event) {
        Currency currency = event.price().currency();
        boolean one = event.amount().currency() == currency
                && event.buyerFee().currency() == currency
                && event.sellerFee().currency() == currency;
        differences.require(one, "trade " + event.tradeNumber(), "amounts in " + currency, event.toString());
        return one;
    }

    /** Books a trade as the engine told it. */
    void book(Place place, UnitsTraded event) {
        List<PostingLeg> legs = new ArrayList<>();
        add(legs, AccountKind.TRADING, event.buyerId(), DEBIT, event.amount().plus(event.buyerFee()));
        add(legs, AccountKind.TRADING, event.sellerId(), CREDIT, event.amount().minus(event.sellerFee()));
        add(legs, AccountKind.FEE_EARNED, 0, CREDIT, event.buyerFee().plus(event.sellerFee()));
        postings.traded(place, legs);
    }

    private static void add(List<PostingLeg> legs, AccountKind kind, long partyId, EntrySide side, Money amount) {
        if (!amount.isZero()) {
            legs.add(new PostingLeg(kind, partyId, 0, 0, side, amount));
        }
    }

    /** Reckons a trade anew. */
    void check(UnitSeries series, UnitsTraded event) {
        String trade = "trade " + event.tradeNumber();
        BigInteger amount = series.amountMinor(event.price().minor(), event.units());
        differences.check(
                series.named("amount of " + trade),
                amount,
                BigInteger.valueOf(event.amount().minor()));
        differences.check(
                series.named("currency of " + trade),
                series.terms().currency(),
                event.price().currency());
        differences.check(
                series.named("buyer's fee of " + trade),
                series.terms().currency(),
                series.buyerFeeMinor(event.amount().minor()),
                event.buyerFee().minor());
        differences.check(
                series.named("seller's fee of " + trade),
                series.terms().currency(),
                series.sellerFeeMinor(event.amount().minor()),
                event.sellerFee().minor());
        differences.require(
                event.units() > 0 && event.units() % series.terms().lotUnits() == 0,
                series.named("units of " + trade),
                "whole lots of " + series.terms().lotUnits(),
                Long.toString(event.units()));
        differences.require(
                event.price().minor() > 0
                        && event.price().minor() % series.terms().tickMinor() == 0,
                series.named("price of " + trade),
                "whole ticks of " + series.terms().tickMinor(),
                event.price().toString());
    }
}

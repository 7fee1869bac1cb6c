package org.tpx.settlement.ledger;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealEvent.ContractSigned;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.ListingEvent.AwardDefaulted;
import org.tpx.protocol.ListingEvent.Awarded;
import org.tpx.protocol.ListingEvent.DefaultDismissed;
import org.tpx.protocol.ListingEvent.DefaultFound;
import org.tpx.protocol.MoneyEvent.ForfeitApplied;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingReason;

/**
 * Findings of default and how the deposits behind them were shared out. The share is reckoned anew: the fees of both sides on the
 * defaulted price first, then all of the rest to the transferor ({@code FULL}, and {@code ACTUAL_LOSS} where the listing was never
 * awarded again), or as much as the second award brought less than the first ({@code ACTUAL_LOSS}).
 */
final class Forfeitures {

    /** Where a finding stands. */
    enum State {
        FOUND,
        DISMISSED,
        FORFEITED,
        APPLIED
    }

    private record Forfeiture(
            Currency currency,
            Stretch stretch,
            long awardMinor,
            FeeMode feeMode,
            long resaleMinor,
            long depositMinor,
            State state) {

        long priceMinor() {
            return stretch.priceMinor();
        }
    }

    private final Handle handle;
    private final Listings listings;
    private final Packages packages;
    private final Buyers buyers;
    private final Waivers waivers;
    private final Differences differences;
    private final TurnTally tally;

    Forfeitures(
            Handle handle,
            Listings listings,
            Packages packages,
            Buyers buyers,
            Waivers waivers,
            Differences differences,
            TurnTally tally) {
        this.handle = handle;
        this.buyers = buyers;
        this.waivers = waivers;
        this.listings = listings;
        this.packages = packages;
        this.differences = differences;
        this.tally = tally;
    }

    void found(Place place, DefaultFound event) {
        Optional<Listing> listing = listings.find(event.listingId());
        Optional<Award> award =
                switch (event.trigger()) {
                    case NO_QUOTE ->
                        listing.map(terms -> new Award(event.partyId(), terms.listingPriceMinor(), FeeMode.NEGOTIATED));
                    // Nobody promised anything in a sale that is void: no fee, and no loss to reckon.
                    case COLLUSION -> Optional.of(new Award(event.partyId(), 0, FeeMode.BIDDING));
                    default -> promised(event);
                };
        if (listing.isEmpty() || award.isEmpty()) {
            differences.onDifference("DefaultFound", "an award to the defaulter", event.toString());
            return;
        }
        Stretch stretch = packages.find(event.listingId())
                .orElse(Stretch.alone(award.get().priceMinor()));
        handle.execute(
                "INSERT INTO forfeiture (listing_id, party_id, default_trigger, currency, price_minor, award_minor, whole_minor,"
                        + " before_minor, fee_mode, resale_minor, deposit_minor, state, fees_minor, compensation_minor,"
                        + " returned_minor, found_nanos, decided_nanos)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, 0, 0, 0, ?, 0) ON CONFLICT DO NOTHING",
                event.listingId(),
                event.partyId(),
                event.trigger(),
                listing.get().currency(),
                award.get().priceMinor(),
                awardMinor(event, award.get()),
                stretch.wholeMinor(),
                stretch.beforeMinor(),
                award.get().feeMode(),
                State.FOUND,
                place.timeNanos());
    }

    /** The award to the defaulter, or its part of an award that several share. */
    private Optional<Award> promised(DefaultFound event) {
        OptionalLong part = buyers.priceMinor(event.listingId(), event.partyId());
        return part.isEmpty()
                ? listings.lastAward(event.listingId(), event.partyId())
                : listings.lastAward(event.listingId(), 0)
                        .map(award -> new Award(event.partyId(), part.getAsLong(), award.feeMode()));
    }

    /** The price that this part is of; the part itself where it is all. */
    private long awardMinor(DefaultFound event, Award award) {
        return buyers.priceMinor(event.listingId(), event.partyId()).isEmpty()
                ? award.priceMinor()
                : listings.lastAward(event.listingId(), 0)
                        .map(Award::priceMinor)
                        .orElse(0L);
    }

    void dismissed(Place place, DefaultDismissed event) {
        decide(event.listingId(), event.partyId(), State.DISMISSED, place.timeNanos());
    }

    /** The listing is awarded again: the loss of those who defaulted before is known while this award stands. */
    void awarded(Place place, Awarded event) {
        resold(event.listingId(), event.transfereeId(), event.price().minor());
    }

    /** A contract was signed, after an award at the same price or after a negotiation: the loss of earlier defaults is known. */
    void signed(Place place, ContractSigned event) {
        resold(event.listingId(), event.transfereeId(), event.price().minor());
    }

    /** The sale that others' loss was reckoned by came to nothing without a default. */
    void notResold(long listingId) {
        resold(listingId, 0, 0);
    }

    /** The award that others' loss was reckoned by is void. */
    void awardDefaulted(Place place, AwardDefaulted event) {
        resold(event.listingId(), event.partyId(), 0);
    }

    private void resold(long listingId, long transfereeId, long resaleMinor) {
        handle.execute(
                "UPDATE forfeiture SET resale_minor = ? WHERE listing_id = ? AND party_id <> ? AND state IN (?, ?)",
                resaleMinor,
                listingId,
                transfereeId,
                State.FOUND,
                State.FORFEITED);
    }

    /** A leg on a deposit account was booked; a forfeited one is set aside for its finding. */
    void booked(Place place, AccountKey key, PostingReason reason, long changeMinor) {
        if (reason != PostingReason.DEPOSIT_FORFEITED) {
            return;
        }
        if (find(key.listingId(), key.partyId()).isEmpty()) {
            differences.onDifference("forfeited " + key, "a finding of default", "none");
        }
        handle.execute(
                "UPDATE forfeiture SET deposit_minor = ? WHERE listing_id = ? AND party_id = ?",
                -changeMinor,
                key.listingId(),
                key.partyId());
        decide(key.listingId(), key.partyId(), State.FORFEITED, place.timeNanos());
    }

    void applied(Place place, ForfeitApplied event) {
        Optional<Forfeiture> forfeiture = find(event.listingId(), event.partyId());
        Optional<Listing> listing = listings.find(event.listingId());
        String what = "forfeited deposit of party " + event.partyId() + " for listing " + event.listingId();
        if (forfeiture.isEmpty() || listing.isEmpty()) {
            differences.onDifference(what, "a finding of default", "none");
            return;
        }
        differences.check(what + " once", State.FORFEITED, forfeiture.get().state());
        check(what, share(place, event.partyId(), forfeiture.get(), listing.get()), event);
        owe(event, listing.get().transferorId());
        handle.execute(
                "UPDATE forfeiture SET fees_minor = ?, compensation_minor = ?, returned_minor = ?"
                        + " WHERE listing_id = ? AND party_id = ?",
                event.fees().minor(),
                event.compensation().minor(),
                event.returned().minor(),
                event.listingId(),
                event.partyId());
        decide(event.listingId(), event.partyId(), State.APPLIED, place.timeNanos());
    }

    private void check(String what, ForfeitShare share, ForfeitApplied event) {
        Currency currency = event.fees().currency();
        differences.check(
                what + ", fees", currency, share.feesMinor(), event.fees().minor());
        differences.check(
                what + ", compensation",
                currency,
                share.compensationMinor(),
                event.compensation().minor());
        differences.check(
                what + ", returned",
                currency,
                share.returnedMinor(),
                event.returned().minor());
    }

    private ForfeitShare share(Place place, long partyId, Forfeiture forfeiture, Listing listing) {
        long bothFees = feeMinor(place, FeeSide.SELLER, listing.transferorId(), forfeiture, listing)
                + feeMinor(place, FeeSide.BUYER, partyId, forfeiture, listing);
        boolean byLoss = listings.forfeitPolicy(listing) == ForfeitPolicy.ACTUAL_LOSS
                && forfeiture.priceMinor() != 0
                && forfeiture.resaleMinor() != 0;
        return byLoss
                ? ForfeitShare.actualLoss(
                        forfeiture.depositMinor(), bothFees, forfeiture.priceMinor() - resaleMinor(forfeiture))
                : ForfeitShare.full(forfeiture.depositMinor(), bothFees);
    }

    /** What the second sale brought for the part that was promised. */
    private static long resaleMinor(Forfeiture forfeiture) {
        return BigInteger.valueOf(forfeiture.resaleMinor())
                .multiply(BigInteger.valueOf(forfeiture.priceMinor()))
                .divide(BigInteger.valueOf(Math.max(1, forfeiture.awardMinor())))
                .longValueExact();
    }

    private long feeMinor(Place place, FeeSide side, long partyId, Forfeiture forfeiture, Listing listing) {
        if (forfeiture.priceMinor() == 0) {
            return 0;
        }
        long fee = listings.tariff(listing)
                .map(tariff -> forfeiture.stretch().feeMinor(tariff, forfeiture.feeMode(), side))
                .orElse(0L);
        return waivers.leftMinor(listing.listingId(), side, partyId, fee, place.timeNanos());
    }

    private void owe(ForfeitApplied event, long transferorId) {
        Currency currency = event.fees().currency();
        tally.owe(PaymentKind.FEES, 0, currency, event.fees().minor());
        tally.owe(
                PaymentKind.COMPENSATION,
                transferorId,
                currency,
                event.compensation().minor());
        tally.owe(
                PaymentKind.FORFEIT_BALANCE,
                event.partyId(),
                currency,
                event.returned().minor());
    }

    private void decide(long listingId, long partyId, State state, long timeNanos) {
        handle.execute(
                "UPDATE forfeiture SET state = ?, decided_nanos = ? WHERE listing_id = ? AND party_id = ?",
                state,
                timeNanos,
                listingId,
                partyId);
    }

    private Optional<Forfeiture> find(long listingId, long partyId) {
        return handle.select("SELECT * FROM forfeiture WHERE listing_id = ? AND party_id = ?", listingId, partyId)
                .map((row, context) -> new Forfeiture(
                        Currency.valueOf(row.getString("currency")),
                        new Stretch(
                                row.getLong("whole_minor"), row.getLong("before_minor"), row.getLong("price_minor")),
                        row.getLong("award_minor"),
                        FeeMode.valueOf(row.getString("fee_mode")),
                        row.getLong("resale_minor"),
                        row.getLong("deposit_minor"),
                        State.valueOf(row.getString("state"))))
                .findOne();
    }
}

package org.tpx.settlement.ledger;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Money;
import org.tpx.protocol.OfferingEvent.ApplicationEntered;
import org.tpx.protocol.OfferingEvent.BookClosed;
import org.tpx.protocol.OfferingEvent.OfferingAllotted;
import org.tpx.protocol.OfferingEvent.OfferingAnnounced;
import org.tpx.protocol.OfferingEvent.OfferingCancelled;
import org.tpx.protocol.OfferingEvent.OfferingFailed;
import org.tpx.protocol.OfferingEvent.OfferingOpened;
import org.tpx.protocol.OfferingEvent.PreemptionExercised;
import org.tpx.protocol.OfferingEvent.PreemptionRecorded;
import org.tpx.protocol.OfferingEvent.RightsPooled;
import org.tpx.protocol.OfferingEvent.SeriesWoundUp;
import org.tpx.protocol.OfferingEvent.SubscriptionReturned;
import org.tpx.protocol.OfferingEvent.UnitsAllotted;
import org.tpx.protocol.OfferingPricing;
import org.tpx.protocol.PooledRight;
import org.tpx.protocol.UnitEvent.UnitsIssued;

/**
 * Offerings of units. Reckoned anew: what an application costs, that nobody pays more than its limit or another price than the
 * others, that rights of pre-emption are not exceeded, that what was paid in is what was paid for units and what goes back, and
 * that units allotted are units issued.
 */
final class Offerings {
    private final Units units;
    private final Differences differences;
    private final OfferingRows rows;
    private @Nullable UnitsIssued awaited;

    Offerings(Handle handle, Units units, Differences differences) {
        this.units = units;
        this.differences = differences;
        rows = new OfferingRows(handle);
    }

    /** Forgets what is in memory, as after a failed write. */
    void reset() {
        awaited = null;
    }

    void announced(Place place, OfferingAnnounced event) {
        boolean inserted = rows.insert(event);
        differences.require(inserted, "offering " + event.offeringId(), "a new one", "announced before");
    }

    void opened(Place place, OfferingOpened event) {
        rows.enter(event.offeringId(), "OPEN");
    }

    void preemptionRecorded(Place place, PreemptionRecorded event) {
        with(event.offeringId(), "PreemptionRecorded", offering -> {
            rows.insert(event);
            differences.check(
                    offering.named("units held by party " + event.partyId()),
                    (Object) units.held(offering.seriesId(), event.partyId()),
                    event.heldUnits());
            long entitled = rows.entitled(event.offeringId());
            differences.require(
                    entitled <= offering.units(),
                    offering.named("units of all rights of pre-emption"),
                    "at most " + offering.units(),
                    Long.toString(entitled));
        });
    }

    void applied(Place place, ApplicationEntered event) {
        with(event.offeringId(), "ApplicationEntered", offering -> {
            String what = "application " + event.number();
            boolean fixed = offering.pricing() == OfferingPricing.FIXED;
            differences.require(
                    fixed
                            ? event.price().minor() == offering.leastPriceMinor()
                            : event.price().minor() >= offering.leastPriceMinor(),
                    offering.named("limit of " + what),
                    (fixed ? "the fixed price of " : "at least ") + offering.money(offering.leastPriceMinor()),
                    event.price().toString());
            checkAmount(offering, what, event.units(), event.price(), event.amount());
            insert(offering, event.number(), event.partyId(), false, event.units(), event.price(), event.amount());
        });
    }

    void exercised(Place place, PreemptionExercised event) {
        with(event.offeringId(), "PreemptionExercised", offering -> {
            String what = "application " + event.number();
            differences.check(offering.named("price of " + what), offering.money(offering.priceMinor()), event.price());
            checkAmount(offering, what, event.units(), event.price(), event.amount());
            insert(offering, event.number(), event.partyId(), true, event.units(), event.price(), event.amount());
            long entitled = rows.entitled(event.offeringId(), event.partyId());
            long exercised = rows.exercised(event.offeringId(), event.partyId());
            differences.require(
                    exercised <= entitled,
                    offering.named("units taken up by right of party " + event.partyId()),
                    "at most " + entitled,
                    Long.toString(exercised));
        });
    }

    private void insert(
            OfferingRows.Offering offering,
            int number,
            long partyId,
            boolean preemptive,
            long wanted,
            Money limit,
            Money paidIn) {
        differences.check(
                offering.named("number of an application"), (Object) (rows.count(offering.offeringId()) + 1), number);
        rows.insert(offering.offeringId(), number, partyId, preemptive, wanted, limit, paidIn);
    }

    private void checkAmount(OfferingRows.Offering offering, String what, long wanted, Money price, Money amount) {
        differences.check(
                offering.named("amount of " + what),
                BigInteger.valueOf(wanted).multiply(BigInteger.valueOf(price.minor())),
                BigInteger.valueOf(amount.minor()));
    }

    void bookClosed(Place place, BookClosed event) {
        with(event.offeringId(), "BookClosed", offering -> {
            differences.check(
                    offering.named("applications"), (Object) rows.count(event.offeringId()), event.applications());
            differences.check(
                    offering.named("units applied for"), (Object) rows.wanted(event.offeringId()), event.units());
            boolean own = offering.pricing() == OfferingPricing.AS_BID;
            differences.require(
                    own
                            ? event.price().isNone()
                            : event.price().minor() == offering.leastPriceMinor()
                                    || rows.isLimit(offering, event.price().minor()),
                    offering.named("price"),
                    own ? "none" : "the floor, or the limit of an application above it",
                    event.price().toString());
            rows.close(event.offeringId(), event.price().minor());
        });
    }

    void unitsAllotted(Place place, UnitsAllotted event) {
        checkIssued();
        with(event.offeringId(), "UnitsAllotted", offering -> {
            String what = "application " + event.number();
            OfferingRows.Line line = line(offering, event.number(), event.partyId());
            boolean own = offering.pricing() == OfferingPricing.AS_BID;
            long priceMinor = own ? line.limitMinor() : offering.priceMinor();
            if (event.units() > 0) {
                differences.check(offering.named("price of " + what), offering.money(priceMinor), event.price());
                differences.require(
                        priceMinor <= line.limitMinor(),
                        offering.named("price of " + what),
                        "at most the limit of " + offering.money(line.limitMinor()),
                        event.price().toString());
                awaited = new UnitsIssued(offering.seriesId(), event.partyId(), event.units());
            }
            differences.require(
                    event.units() <= line.units(),
                    offering.named("units of " + what),
                    "at most " + line.units(),
                    Long.toString(event.units()));
            checkAmount(offering, what, event.units(), offering.money(priceMinor), event.paid());
            checkSettled(offering, what, line, event.paid(), event.refund());
            rows.settle(event.offeringId(), event.number(), event.units(), event.paid(), event.refund());
        });
    }

    /** Units entered the register; those of an allotment follow it at once. */
    void issued(UnitsIssued event) {
        if (awaited != null) {
            differences.check("units issued after an allotment", awaited, event);
            awaited = null;
        }
    }

    /** A turn ended, or another allotment follows: what was allotted must have been issued. */
    void checkIssued() {
        if (awaited != null) {
            differences.onDifference("units issued after an allotment", awaited.toString(), "none");
            awaited = null;
        }
    }

    private void checkSettled(
            OfferingRows.Offering offering, String what, OfferingRows.Line line, Money paid, Money refund) {
        differences.check(
                offering.named("paid and returned of " + what),
                offering.currency(),
                line.paidInMinor(),
                Math.addExact(paid.minor(), refund.minor()));
        differences.require(!line.settled(), offering.named(what), "settled once", "settled again");
    }

    void allotted(Place place, OfferingAllotted event) {
        checkIssued();
        with(event.offeringId(), "OfferingAllotted", offering -> {
            OfferingRows.Sums sums = rows.sums(event.offeringId());
            differences.check(offering.named("units allotted"), (Object) sums.units(), event.units());
            differences.check(
                    offering.named("paid for units"),
                    offering.currency(),
                    sums.paidMinor(),
                    event.paid().minor());
            differences.check(
                    offering.named("returned"),
                    offering.currency(),
                    sums.refundMinor(),
                    event.refunded().minor());
            differences.require(
                    sums.units() >= offering.minimumUnits() && sums.units() <= offering.units(),
                    offering.named("units allotted"),
                    "from " + offering.minimumUnits() + " to " + offering.units(),
                    Long.toString(sums.units()));
            differences.check(offering.named("applications not settled"), (Object) 0L, sums.open());
            rows.enter(event.offeringId(), "ALLOTTED");
        });
    }

    void failed(Place place, OfferingFailed event) {
        with(event.offeringId(), "OfferingFailed", offering -> {
            differences.require(
                    event.units() < offering.minimumUnits(),
                    offering.named("units taken up"),
                    "fewer than " + offering.minimumUnits(),
                    Long.toString(event.units()));
            rows.enter(event.offeringId(), "FAILED");
        });
    }

    void cancelled(Place place, OfferingCancelled event) {
        rows.enter(event.offeringId(), "CANCELLED");
    }

    void returned(Place place, SubscriptionReturned event) {
        with(event.offeringId(), "SubscriptionReturned", offering -> {
            OfferingRows.Line line = line(offering, event.number(), event.partyId());
            Money nothing = Money.zero(offering.currency());
            checkSettled(offering, "application " + event.number(), line, nothing, event.refund());
            rows.settle(event.offeringId(), event.number(), 0, nothing, event.refund());
        });
    }

    void pooled(Place place, RightsPooled event) {
        for (PooledRight pooled : event.rights()) {
            boolean free = rows.pool(event.seriesId(), pooled.rightId(), place.timeNanos());
            differences.require(free, "right " + pooled.rightId(), "in no pool", "in a pool already");
        }
    }

    void woundUp(Place place, SeriesWoundUp event) {
        rows.releasePool(event.seriesId(), place.timeNanos());
    }

    /** A turn changed what a party, or the issuer, has in an offering. */
    void checkAccounted(AccountBalance account) {
        AccountKey key = account.key();
        differences.check(
                "balance of " + key,
                key.currency(),
                rows.openMinor(key.offeringId(), key.partyId()),
                account.balanceMinor());
    }

    private OfferingRows.Line line(OfferingRows.Offering offering, int number, long partyId) {
        Optional<OfferingRows.Line> found = rows.line(offering.offeringId(), number);
        OfferingRows.Line line = found.orElse(OfferingRows.Line.NONE);
        differences.check(offering.named("party of application " + number), (Object) line.partyId(), partyId);
        return line;
    }

    private void with(long offeringId, String event, Consumer<OfferingRows.Offering> action) {
        rows.find(offeringId)
                .ifPresentOrElse(
                        action,
                        () -> differences.onDifference(event, "an offering that was announced", "" + offeringId));
    }
}

package org.tpx.engine.offering;

import java.util.ArrayList;
import java.util.List;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.offering.ClosedBook.Claim;
import org.tpx.engine.rule.BusinessCalendar;
import org.tpx.engine.rule.Calendars;
import org.tpx.engine.unit.Placement;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Money;
import org.tpx.protocol.OfferingEvent.BookClosed;
import org.tpx.protocol.OfferingEvent.OfferingAllotted;
import org.tpx.protocol.OfferingEvent.OfferingFailed;
import org.tpx.protocol.OfferingEvent.SubscriptionReturned;
import org.tpx.protocol.OfferingEvent.UnitsAllotted;
import org.tpx.protocol.OfferingPricing;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.RuleProfileTerms;

/**
 * Who gets the units of an offering, at which price, and what goes back. Rights that holders exercised come first, then
 * applications by price; a party that finds no place among the holders gets nothing. Everything is reckoned at once; units
 * and money follow application by application, over as many turns as that takes.
 */
final class Allotments {

    private final Foundation foundation;
    private final OfferingRegister register;
    private final int allotWork;
    private final int returnWork;

    Allotments(Foundation foundation, OfferingRegister register) {
        this.foundation = foundation;
        this.register = register;
        allotWork = foundation.backlog().register(this::allotNext);
        returnWork = foundation.backlog().register(this::returnNext);
    }

    /** Finds the price: causes BookClosed. */
    void closeBook(Turn turn, Offering offering) {
        Placement series = register.series(offering);
        HolderPlaces places = new HolderPlaces(series);
        List<Application> admitted = admitted(offering.applications(), places, 0);
        long lots = series.lots(offering.terms().units());
        long floorMinor = offering.terms().price().minor();
        boolean own = offering.terms().pricing() == OfferingPricing.AS_BID;
        if (!own) {
            offering.price(
                    offering.isFixed() ? floorMinor : book(offering, admitted).clearingPriceMinor(lots, floorMinor));
        }
        long wanted =
                offering.applications().stream().mapToLong(Application::units).sum();
        Money price = own ? Money.NONE : Money.ofMinor(offering.priceMinor(), offering.currency());
        turn.emit(new BookClosed(offering.id(), offering.applications().size(), wanted, price));
    }

    /** Allots all units: causes UnitsAllotted and UnitsIssued per application and OfferingAllotted, or OfferingFailed. */
    void allot(Turn turn, Offering offering) {
        long units = reckon(offering);
        if (units < offering.terms().minimumUnits()) {
            turn.emit(new OfferingFailed(offering.id(), units));
            returnAll(offering);
            return;
        }
        offering.enter(OfferingPhase.ALLOTTING);
        register.series(offering).reserve(-offering.terms().units());
        foundation.backlog().add(allotWork, offering.id());
    }

    /** Gives all money back: causes SubscriptionReturned per application. */
    void returnAll(Offering offering) {
        offering.enter(OfferingPhase.RETURNING);
        register.series(offering).reserve(-offering.terms().units());
        foundation.backlog().add(returnWork, offering.id());
    }

    private long reckon(Offering offering) {
        Placement series = register.series(offering);
        HolderPlaces places = new HolderPlaces(series);
        long units = 0;
        for (Application exercised : offering.applications()) {
            if (exercised.isPreemptive() && places.admit(exercised.partyId())) {
                exercised.allot(exercised.units());
                units += exercised.units();
            }
        }
        List<Application> admitted = admitted(offering.applications(), places, offering.priceMinor());
        long leftLots = units == offering.terms().units()
                ? 0
                : series.lots(offering.terms().units() - units);
        long[] lots = book(offering, admitted).allot(leftLots, offering.priceMinor());
        for (int place = 0; place < lots.length; place++) {
            admitted.get(place).allot(series.units(lots[place]));
            units += series.units(lots[place]);
        }
        return units;
    }

    /** The applications with this limit at least that find a place among the holders, best first served; in order of time. */
    private List<Application> admitted(List<Application> all, HolderPlaces places, long leastMinor) {
        List<Application> able = all.stream()
                .filter(application -> !application.isPreemptive() && application.limitMinor() >= leastMinor)
                .toList();
        List<Claim> claims = able.stream()
                .map(application -> new Claim(application.units(), application.limitMinor()))
                .toList();
        boolean[] fits = new boolean[able.size()];
        for (int place : ClosedBook.ranking(claims)) {
            fits[place] = places.admit(able.get(place).partyId());
        }
        List<Application> admitted = new ArrayList<>();
        for (int place = 0; place < fits.length; place++) {
            if (fits[place]) {
                admitted.add(able.get(place));
            }
        }
        return admitted;
    }

    private ClosedBook book(Offering offering, List<Application> applications) {
        Placement series = register.series(offering);
        List<Claim> claims = applications.stream()
                .map(application -> new Claim(series.lots(application.units()), application.limitMinor()))
                .toList();
        return new ClosedBook(claims, offering.terms().margin());
    }

    private long allotNext(Turn turn, long offeringId, long cursor) {
        Offering offering = register.get(offeringId);
        if (cursor == offering.applications().size()) {
            complete(turn, offering);
            return Backlog.DONE;
        }
        Application application = offering.applications().get((int) cursor);
        long units = application.allottedUnits();
        long priceMinor = offering.payableMinor(application);
        Money paid = Money.ofMinor(units * priceMinor, offering.currency());
        Money refund = application.paidIn(offering.currency()).minus(paid);
        Money price = units == 0 ? Money.NONE : Money.ofMinor(priceMinor, offering.currency());
        turn.emit(
                new UnitsAllotted(offeringId, application.number(), application.partyId(), units, price, paid, refund));
        if (units > 0) {
            register.series(offering).issue(turn, application.partyId(), units);
        }
        offering.settle(units, paid, refund);
        settle(turn, offering, application, paid, refund);
        return cursor + 1;
    }

    private void complete(Turn turn, Offering offering) {
        offering.enter(OfferingPhase.OVER);
        turn.emit(new OfferingAllotted(offering.id(), offering.allottedUnits(), offering.paid(), offering.refunded()));
        long issuerId = offering.announced().issuerId();
        foundation
                .ledger()
                .posting(PostingReason.OFFERING_COMPLETED)
                .debitSubscription(issuerId, offering.id(), offering.paid())
                .credit(AccountKind.PAYABLE, issuerId, 0, 0, offering.paid())
                .post(turn);
        due(
                turn,
                offering,
                PaymentKind.OFFERING_PROCEEDS,
                issuerId,
                offering.paid(),
                profile(offering).releaseDays());
    }

    private long returnNext(Turn turn, long offeringId, long cursor) {
        Offering offering = register.get(offeringId);
        if (cursor == offering.applications().size()) {
            offering.enter(OfferingPhase.OVER);
            return Backlog.DONE;
        }
        Application application = offering.applications().get((int) cursor);
        Money refund = application.paidIn(offering.currency());
        turn.emit(new SubscriptionReturned(offeringId, application.number(), application.partyId(), refund));
        settle(turn, offering, application, Money.zero(offering.currency()), refund);
        return cursor + 1;
    }

    private void settle(Turn turn, Offering offering, Application application, Money paid, Money refund) {
        long partyId = application.partyId();
        foundation
                .ledger()
                .posting(PostingReason.SUBSCRIPTION_SETTLED)
                .debitSubscription(partyId, offering.id(), application.paidIn(offering.currency()))
                .creditSubscription(offering.announced().issuerId(), offering.id(), paid)
                .credit(AccountKind.PAYABLE, partyId, 0, 0, refund)
                .post(turn);
        if (refund.isPositive()) {
            due(
                    turn,
                    offering,
                    PaymentKind.SUBSCRIPTION_REFUND,
                    partyId,
                    refund,
                    profile(offering).refundDays());
        }
    }

    private void due(Turn turn, Offering offering, PaymentKind kind, long partyId, Money amount, int days) {
        BusinessCalendar calendar =
                foundation.calendars().get(register.series(offering).calendarId());
        long dueNanos = calendar.closeOfWorkingDay(
                turn.timeNanos(), days, profile(offering).periodCounting());
        // What belongs to no listing is counted anew on the first calendar only.
        int recounted = calendar.id() == Calendars.FIRST ? days : 0;
        foundation.payments().dueInDays(turn, kind, partyId, 0, amount, dueNanos, recounted);
    }

    private RuleProfileTerms profile(Offering offering) {
        return foundation
                .profiles()
                .terms(offering.announced().profileId(), offering.announced().profileVersion());
    }
}

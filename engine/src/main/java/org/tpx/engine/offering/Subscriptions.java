package org.tpx.engine.offering;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.money.TradingAccount;
import org.tpx.engine.unit.Placement;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.Money;
import org.tpx.protocol.OfferingCommand.ApplyForUnits;
import org.tpx.protocol.OfferingCommand.ExercisePreemption;
import org.tpx.protocol.OfferingEvent.ApplicationEntered;
import org.tpx.protocol.OfferingEvent.PreemptionExercised;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.RejectReason;

/** How applications enter and rights of pre-emption are exercised. Both are binding, and paid for in full when they enter. */
public final class Subscriptions {

    private final Foundation foundation;
    private final OfferingRegister register;

    Subscriptions(Foundation foundation, OfferingRegister register) {
        this.foundation = foundation;
        this.register = register;
    }

    /** Causes ApplicationEntered and MoneyPosted. */
    public void apply(Turn turn, ApplyForUnits command) {
        Offering offering = register.find(command.offeringId());
        RejectReason reason = refusalOfAgent(turn, command.partyId());
        if (reason == null) {
            reason = refusal(offering, command);
        }
        if (reason != null || offering == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.offeringId());
            return;
        }
        Application application =
                enter(offering, command.partyId(), false, command.units(), limitMinor(offering, command.price()));
        turn.emit(new ApplicationEntered(
                offering.id(),
                application.number(),
                application.partyId(),
                foundation.members().access().memberOf(turn.principalId()),
                application.units(),
                Money.ofMinor(application.limitMinor(), offering.currency()),
                application.paidIn(offering.currency())));
        pay(turn, offering, application);
    }

    /** Causes PreemptionExercised and MoneyPosted. */
    public void exercise(Turn turn, ExercisePreemption command) {
        Offering offering = register.find(command.offeringId());
        Preemption preemption = offering == null ? null : offering.preemption(command.partyId());
        RejectReason reason = refusalOfAgent(turn, command.partyId());
        if (reason == null) {
            reason = refusal(offering, preemption, command);
        }
        if (reason != null || offering == null || preemption == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.offeringId());
            return;
        }
        preemption.exercise(command.units());
        Application application = enter(offering, command.partyId(), true, command.units(), offering.priceMinor());
        turn.emit(new PreemptionExercised(
                offering.id(),
                application.number(),
                application.partyId(),
                foundation.members().access().memberOf(turn.principalId()),
                application.units(),
                Money.ofMinor(application.limitMinor(), offering.currency()),
                application.paidIn(offering.currency())));
        pay(turn, offering, application);
    }

    private @Nullable RejectReason refusalOfAgent(Turn turn, long partyId) {
        return foundation.members().access().agent(turn, partyId, MandateScope.BUY, true);
    }

    private @Nullable RejectReason refusal(@Nullable Offering offering, ApplyForUnits command) {
        if (offering == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (offering.hasApplied(command.partyId())) {
            return RejectReason.ALREADY_REGISTERED;
        }
        RejectReason reason = refusalOfHour(offering, command.partyId(), OfferingPhase.OPEN);
        if (reason == null) {
            reason = refusalOfForm(offering, command);
        }
        if (reason == null) {
            reason = refusalOfPrice(offering, command.price());
        }
        long limitMinor = limitMinor(offering, command.price());
        return reason == null ? refusalOfMoney(offering, command.partyId(), command.units(), limitMinor) : reason;
    }

    private @Nullable RejectReason refusal(
            @Nullable Offering offering, @Nullable Preemption preemption, ExercisePreemption command) {
        if (offering == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (!offering.hasPreemption()) {
            return RejectReason.NOT_ALLOWED;
        }
        RejectReason reason = refusalOfHour(offering, command.partyId(), OfferingPhase.EXERCISE);
        if (reason != null) {
            return reason;
        }
        if (preemption == null) {
            return RejectReason.ROFR_ONLY_WINDOW;
        }
        if (command.units() > preemption.openUnits()) {
            return RejectReason.APPLICATION_SIZE;
        }
        if (register.series(offering).lots(command.units()) < 0) {
            return RejectReason.BAD_LOT;
        }
        return refusalOfMoney(offering, command.partyId(), command.units(), offering.priceMinor());
    }

    private @Nullable RejectReason refusalOfHour(Offering offering, long partyId, OfferingPhase phase) {
        if (partyId == offering.announced().issuerId()) {
            return RejectReason.NOT_ALLOWED;
        }
        if (register.series(offering).isHalted()) {
            return RejectReason.HALTED;
        }
        int ahead = phase.compareTo(offering.phase());
        return ahead > 0 ? RejectReason.AUCTION_NOT_OPEN : ahead < 0 ? RejectReason.LATE : null;
    }

    private @Nullable RejectReason refusalOfForm(Offering offering, ApplyForUnits command) {
        Money price = command.price();
        if (!price.isNone() && price.currency() != offering.currency()) {
            return RejectReason.CURRENCY;
        }
        long most = offering.terms().mostUnits() == 0
                ? offering.terms().units()
                : offering.terms().mostUnits();
        if (command.units() < offering.terms().leastUnits() || command.units() > most) {
            return RejectReason.APPLICATION_SIZE;
        }
        Placement series = register.series(offering);
        if (series.lots(command.units()) < 0) {
            return RejectReason.BAD_LOT;
        }
        return series.isWholeTicks(limitMinor(offering, price)) ? null : RejectReason.BAD_TICK;
    }

    private static @Nullable RejectReason refusalOfPrice(Offering offering, Money price) {
        long leastMinor = offering.terms().price().minor();
        if (offering.isFixed()) {
            return price.isNone() || price.minor() == leastMinor ? null : RejectReason.NOT_STANDING_PRICE;
        }
        return price.minor() < leastMinor ? RejectReason.BELOW_START : null;
    }

    private @Nullable RejectReason refusalOfMoney(Offering offering, long partyId, long units, long limitMinor) {
        TradingAccount account = foundation.accounts().trading().find(partyId, offering.currency());
        boolean covered = account != null
                && units <= Money.MAX_MINOR / limitMinor
                && units * limitMinor <= account.availableMinor();
        return covered ? null : RejectReason.CREDIT;
    }

    private static long limitMinor(Offering offering, Money price) {
        return offering.isFixed() && price.isNone() ? offering.terms().price().minor() : price.minor();
    }

    private static Application enter(Offering offering, long partyId, boolean preemptive, long units, long limitMinor) {
        Application application = new Application(offering.nextNumber(), partyId, preemptive, units, limitMinor);
        offering.add(application);
        return application;
    }

    private void pay(Turn turn, Offering offering, Application application) {
        Money amount = application.paidIn(offering.currency());
        foundation
                .ledger()
                .posting(PostingReason.SUBSCRIBED)
                .debit(AccountKind.TRADING, application.partyId(), 0, 0, amount)
                .creditSubscription(application.partyId(), offering.id(), amount)
                .post(turn);
    }
}

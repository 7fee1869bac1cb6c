package org.tpx.engine.offering;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;

/** What a party asked for in an offering and paid for, as an applicant or by its right of pre-emption; and what it got. */
final class Application implements Snapshot.Part {
    private int number;
    private long partyId;
    private boolean preemptive;
    private long units;
    private long limitMinor;
    private long allottedUnits;

    Application() {}

    Application(int number, long partyId, boolean preemptive, long units, long limitMinor) {
        this.number = number;
        this.partyId = partyId;
        this.preemptive = preemptive;
        this.units = units;
        this.limitMinor = limitMinor;
    }

    /** Its number in the offering, which is its place in time. */
    int number() {
        return number;
    }

    long partyId() {
        return partyId;
    }

    /** Whether a holder exercised its right of pre-emption. */
    boolean isPreemptive() {
        return preemptive;
    }

    /** Units asked for. */
    long units() {
        return units;
    }

    /** The most that a unit may cost, in minor units. */
    long limitMinor() {
        return limitMinor;
    }

    /** What was paid in. */
    Money paidIn(Currency currency) {
        return Money.ofMinor(units * limitMinor, currency);
    }

    /** Units that it gets. */
    long allottedUnits() {
        return allottedUnits;
    }

    void allot(long allotted) {
        allottedUnits = allotted;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        number = snapshot.number(number);
        partyId = snapshot.number(partyId);
        preemptive = snapshot.flag(preemptive);
        units = snapshot.number(units);
        limitMinor = snapshot.number(limitMinor);
        allottedUnits = snapshot.number(allottedUnits);
    }
}

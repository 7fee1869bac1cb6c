package org.tpx.engine.offering;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.collections.LongHashSet;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.OfferingEvent.OfferingAnnounced;
import org.tpx.protocol.OfferingPricing;
import org.tpx.protocol.OfferingTerms;
import org.tpx.protocol.SystemCommand;

/**
 * An offering of units: its terms, the applications in the order in which they entered, and the rights of pre-emption.
 *
 * <pre>
 *   ANNOUNCED --T:opens--&gt; OPEN --T:closes--&gt; [EXERCISE --T:exercise end--&gt;] ALLOTTING --&gt; OVER     units issued
 *       |                   |                    |                             |
 *       +------cancel-------+-------cancel-------+--------&gt; RETURNING &lt;--------+ too few taken up
 *                                                              |
 *                                                              +--&gt; OVER                          all money back
 * </pre>
 *
 * <p>ALLOTTING and RETURNING last as long as the refunds need turns; no other command comes between. Units offered are kept
 * free in the series until then.
 */
final class Offering implements Snapshot.Part, Codes.Coded {
    private Record announced = new SystemCommand.Continue();
    private OfferingPhase phase = OfferingPhase.ANNOUNCED;
    private long timerId;
    private long priceMinor;
    private long allottedUnits;
    private long paidMinor;
    private long refundedMinor;
    private final List<Application> applications = new ArrayList<>();
    private final List<Preemption> preemptions = new ArrayList<>();
    private final LongHashSet applicants = new LongHashSet();
    private final Long2ObjectHashMap<Preemption> preemptionsByParty = new Long2ObjectHashMap<>();

    Offering() {}

    Offering(OfferingAnnounced announced) {
        this.announced = announced;
    }

    @Override
    public long id() {
        return announced().offeringId();
    }

    @Override
    public String code() {
        return announced().code();
    }

    /** The event that announced it. */
    OfferingAnnounced announced() {
        return (OfferingAnnounced) announced;
    }

    OfferingTerms terms() {
        return announced().terms();
    }

    /** The currency of its price. */
    Currency currency() {
        return terms().price().currency();
    }

    /** Whether all pay the one price that the offering names. */
    boolean isFixed() {
        return terms().pricing() == OfferingPricing.FIXED;
    }

    /** Whether holders may exercise a right of pre-emption. */
    boolean hasPreemption() {
        return terms().exerciseDays() > 0;
    }

    OfferingPhase phase() {
        return phase;
    }

    void enter(OfferingPhase next) {
        phase = next;
    }

    /** Whether its clock runs, so that it may be cancelled. */
    boolean isLive() {
        return phase.compareTo(OfferingPhase.EXERCISE) <= 0;
    }

    /** The timer of the end of its phase, or 0. */
    long timerId() {
        return timerId;
    }

    void timer(long id) {
        timerId = id;
    }

    /** The price of one unit in minor units once the book is closed; 0 before, and where each pays its own limit. */
    long priceMinor() {
        return priceMinor;
    }

    void price(long minor) {
        priceMinor = minor;
    }

    /** All applications and exercised rights; number n is at place n - 1. */
    List<Application> applications() {
        return applications;
    }

    /** The number that the next application gets. */
    int nextNumber() {
        return applications.size() + 1;
    }

    /** Whether the party has applied; the exercise of its right is no application. */
    boolean hasApplied(long partyId) {
        return applicants.contains(partyId);
    }

    void add(Application application) {
        applications.add(application);
        if (!application.isPreemptive()) {
            applicants.add(application.partyId());
        }
    }

    /** The rights of pre-emption in the order of the register of holders. */
    List<Preemption> preemptions() {
        return preemptions;
    }

    /** The party's right of pre-emption, or null. */
    @Nullable
    Preemption preemption(long partyId) {
        return preemptionsByParty.get(partyId);
    }

    void add(Preemption preemption) {
        preemptions.add(preemption);
        preemptionsByParty.put(preemption.partyId(), preemption);
    }

    /** What an application pays for a unit, in minor units. */
    long payableMinor(Application application) {
        return terms().pricing() == OfferingPricing.AS_BID ? application.limitMinor() : priceMinor;
    }

    /** An application got units, was paid for them, and gets the rest back. */
    void settle(long units, Money paid, Money refund) {
        allottedUnits += units;
        paidMinor += paid.minor();
        refundedMinor += refund.minor();
        Invariant.check(allottedUnits <= terms().units(), "more units were allotted than offered, offering", id());
    }

    /** Units allotted so far. */
    long allottedUnits() {
        return allottedUnits;
    }

    /** Paid for them so far. */
    Money paid() {
        return Money.ofMinor(paidMinor, currency());
    }

    /** Given back so far. */
    Money refunded() {
        return Money.ofMinor(refundedMinor, currency());
    }

    @Override
    public void exchange(Snapshot snapshot) {
        announced = snapshot.message(announced);
        phase = snapshot.constant(phase);
        timerId = snapshot.number(timerId);
        priceMinor = snapshot.number(priceMinor);
        allottedUnits = snapshot.number(allottedUnits);
        paidMinor = snapshot.number(paidMinor);
        refundedMinor = snapshot.number(refundedMinor);
        snapshot.parts(applications, Application::new);
        snapshot.parts(preemptions, Preemption::new);
        if (snapshot.isReading()) {
            index();
        }
    }

    private void index() {
        applicants.clear();
        preemptionsByParty.clear();
        for (Application application : applications) {
            if (!application.isPreemptive()) {
                applicants.add(application.partyId());
            }
        }
        preemptions.forEach(preemption -> preemptionsByParty.put(preemption.partyId(), preemption));
    }
}

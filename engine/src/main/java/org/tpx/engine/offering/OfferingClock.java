package org.tpx.engine.offering;

import java.util.ArrayList;
import java.util.List;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.money.LargestRemainder;
import org.tpx.engine.unit.Placement;
import org.tpx.protocol.OfferingEvent.OfferingOpened;
import org.tpx.protocol.OfferingEvent.PreemptionRecorded;
import org.tpx.protocol.TimerKind;

/** The hours of every offering: it opens, it closes, and what holders may still exercise ends, each by the one timer that it has. */
public final class OfferingClock {

    private final Foundation foundation;
    private final OfferingRegister register;
    private final Allotments allotments;
    private final int recordWork;

    OfferingClock(Foundation foundation, OfferingRegister register, Allotments allotments) {
        this.foundation = foundation;
        this.register = register;
        this.allotments = allotments;
        recordWork = foundation.backlog().register(this::recordNext);
    }

    /** T:offering: causes OfferingOpened, BookClosed, or what the allotment brings. */
    public void onTimer(Turn turn, long offeringId) {
        Offering offering = register.get(offeringId);
        offering.timer(0);
        switch (offering.phase()) {
            case ANNOUNCED -> open(turn, offering);
            case OPEN -> close(turn, offering);
            case EXERCISE -> allotments.allot(turn, offering);
            case ALLOTTING, RETURNING, OVER ->
                throw new IllegalStateException("an offering has no timer in " + offering.phase());
        }
    }

    void start(Offering offering) {
        enter(offering, OfferingPhase.ANNOUNCED, offering.terms().opensNanos());
    }

    private void enter(Offering offering, OfferingPhase phase, long endNanos) {
        offering.enter(phase);
        offering.timer(foundation.timers().set(TimerKind.OFFERING, 0, offering.id(), endNanos));
    }

    private void open(Turn turn, Offering offering) {
        enter(offering, OfferingPhase.OPEN, offering.announced().closesNanos());
        turn.emit(new OfferingOpened(offering.id()));
        if (offering.hasPreemption()) {
            record(offering);
            foundation.backlog().add(recordWork, offering.id());
        }
    }

    private void close(Turn turn, Offering offering) {
        allotments.closeBook(turn, offering);
        if (offering.hasPreemption()) {
            enter(offering, OfferingPhase.EXERCISE, offering.announced().exerciseEndNanos());
        } else {
            allotments.allot(turn, offering);
        }
    }

    // Whoever holds units now may take up as large a part of those offered (Company Law Art. 227), in whole lots.
    private void record(Offering offering) {
        Placement series = register.series(offering);
        List<Preemption> holders = new ArrayList<>();
        series.forEachHolder((partyId, units) -> holders.add(new Preemption(partyId, units)));
        if (holders.isEmpty()) {
            return;
        }
        long[] held = holders.stream().mapToLong(Preemption::heldUnits).toArray();
        long[] lots = LargestRemainder.divide(series.lots(offering.terms().units()), held);
        for (int place = 0; place < lots.length; place++) {
            holders.get(place).entitle(series.units(lots[place]));
            offering.add(holders.get(place));
        }
    }

    private long recordNext(Turn turn, long offeringId, long cursor) {
        Offering offering = register.get(offeringId);
        if (cursor == offering.preemptions().size()) {
            return Backlog.DONE;
        }
        Preemption preemption = offering.preemptions().get((int) cursor);
        turn.emit(new PreemptionRecorded(offeringId, preemption.partyId(), preemption.heldUnits(), preemption.units()));
        return cursor + 1;
    }
}

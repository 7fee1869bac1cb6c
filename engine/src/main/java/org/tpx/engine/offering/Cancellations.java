package org.tpx.engine.offering;

import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.member.Access;
import org.tpx.protocol.OfferingCommand.CancelOffering;
import org.tpx.protocol.OfferingEvent.OfferingCancelled;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/** The end of an offering before its time, by whoever runs the exchange or supervises it. */
public final class Cancellations {

    private static final int OPERATOR_OR_SUPERVISOR = Access.mask(Role.OPERATOR, Role.SUPERVISOR);

    private final Foundation foundation;
    private final OfferingRegister register;
    private final Allotments allotments;

    Cancellations(Foundation foundation, OfferingRegister register, Allotments allotments) {
        this.foundation = foundation;
        this.register = register;
        this.allotments = allotments;
    }

    /** Causes OfferingCancelled, then SubscriptionReturned and a refund per application. */
    public void cancel(Turn turn, CancelOffering command) {
        Offering offering = register.find(command.offeringId());
        RejectReason reason = foundation.members().access().role(turn, OPERATOR_OR_SUPERVISOR);
        if (reason == null && offering != null && !offering.isLive()) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason != null || offering == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.offeringId());
            return;
        }
        foundation.timers().cancel(offering.timerId());
        offering.timer(0);
        turn.emit(new OfferingCancelled(offering.id(), command.reason()));
        allotments.returnAll(offering);
    }
}

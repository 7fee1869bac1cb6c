package org.tpx.engine.unit;

import org.jspecify.annotations.Nullable;
import org.tpx.book.BookPhase;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.engine.member.Members;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.UnitCommand.CancelOrders;
import org.tpx.protocol.UnitEvent.OrdersCancelled;

/** Takes out all orders of a member or of one of its clients: for its own agents, and for supervisors, whom no call hinders. */
public final class MassCancels {

    private static final int SUPERVISOR = Access.mask(Role.SUPERVISOR);
    private static final int AGENT_OR_SUPERVISOR = Access.mask(Role.AGENT, Role.SUPERVISOR);

    private final Members members;
    private final SeriesRegister register;
    private final Backlog backlog;
    private final int work;

    MassCancels(Members members, SeriesRegister register, Backlog backlog) {
        this.members = members;
        this.register = register;
        this.backlog = backlog;
        work = backlog.register(this::cancelNext);
    }

    /** Causes OrderCancelled per order, and OrdersCancelled when all are out. */
    public void cancelOrders(Turn turn, CancelOrders command) {
        boolean supervisor = members.access().role(turn, SUPERVISOR) == null;
        long own = members.access().memberOf(turn.principalId());
        long memberId = command.memberId() == 0 ? own : command.memberId();
        Series series = register.find(command.seriesId());
        RejectReason reason = members.access().role(turn, AGENT_OR_SUPERVISOR);
        if (reason == null && !supervisor) {
            reason = members.access().agentOf(turn, memberId, false);
        }
        if (reason == null) {
            reason = refusalOfSubject(series, memberId, command.partyId());
        }
        if (reason == null && !OrderNames.isNamed(turn)) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason == null && series != null && !supervisor && isHeld(series)) {
            reason = RejectReason.NO_CANCEL;
        }
        if (reason != null || series == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, series == null ? 0 : series.id());
            return;
        }
        begin(series, memberId, command.partyId());
    }

    private void begin(Series series, long memberId, long partyId) {
        if (partyId == 0) {
            series.removal().begin(memberId, 0).tag(memberId, OrderTags.MEMBER_MASK);
        } else {
            Holding holding = series.holders().find(partyId);
            long number = holding == null ? 0 : holding.number();
            series.removal().begin(memberId, partyId).memberAndTag(number, memberId, OrderTags.MEMBER_MASK);
        }
        backlog.add(work, series.id());
    }

    private long cancelNext(Turn turn, long seriesId, long cursor) {
        Series series = register.get(seriesId);
        Removal removal = series.removal();
        if (!removal.step(series.book())) {
            return cursor;
        }
        turn.emit(new OrdersCancelled(seriesId, removal.memberId(), removal.partyId(), removal.orders()));
        return Backlog.DONE;
    }

    private @Nullable RejectReason refusalOfSubject(@Nullable Series series, long memberId, long partyId) {
        boolean known = series != null
                && members.memberships().exists(memberId)
                && (partyId == 0 || members.parties().exists(partyId));
        return known ? null : RejectReason.UNKNOWN_SUBJECT;
    }

    private boolean isHeld(Series series) {
        return series.book().phase() == BookPhase.CALL_NO_CANCEL && !register.isHalted(series);
    }
}

package org.tpx.engine.rule;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.ChargeEvent.FeeWaiverGranted;
import org.tpx.protocol.ChargeEvent.FeeWaiverRevoked;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.SystemCommand;

/**
 * The waivers of service fees that two people granted (section 5.2). Where several apply to one fee, the one that spares most does, of
 * equal ones the first: they are not added up.
 */
public final class FeeWaivers {

    private final Table<Waiver> waivers = new Table<>(Waiver::new);

    /** The identity that the next waiver gets. */
    public long nextId() {
        return waivers.nextId();
    }

    /** Whether this identity names a waiver. */
    public boolean exists(long waiverId) {
        return waivers.has(waiverId);
    }

    /** Whether a waiver that is known to exist was taken back. */
    public boolean isRevoked(long waiverId) {
        return waivers.get(waiverId).revoked;
    }

    /** Lets a waiver under {@link #nextId} apply and emits the event that says all of it. */
    public void grant(Turn turn, FeeWaiverGranted granted) {
        waivers.add(new Waiver(granted));
        turn.emit(granted);
    }

    /** Takes a waiver back that was not; emits FeeWaiverRevoked. */
    public void revoke(Turn turn, long waiverId, String reason) {
        waivers.get(waiverId).revoked = true;
        turn.emit(new FeeWaiverRevoked(waiverId, reason));
    }

    /** The waiver that spares this party's fee most, or null where it pays all of it. */
    public @Nullable FeeWaiverGranted find(
            long listingId, long partyId, long feeScheduleId, FeeSide side, long timeNanos) {
        FeeWaiverGranted best = null;
        for (Waiver waiver : waivers) {
            FeeWaiverGranted granted = waiver.granted();
            boolean covers = !waiver.revoked && covers(granted, listingId, partyId, feeScheduleId, timeNanos);
            if (covers && bps(granted, side) > (best == null ? 0 : bps(best, side))) {
                best = granted;
            }
        }
        return best;
    }

    /** How much of this side's fee a waiver spares, in basis points. */
    public static int bps(FeeWaiverGranted granted, FeeSide side) {
        return side == FeeSide.SELLER ? granted.sellerBps() : granted.buyerBps();
    }

    /** Writes or reads all waivers. */
    public void exchange(Snapshot snapshot) {
        waivers.exchange(snapshot);
    }

    private static boolean covers(
            FeeWaiverGranted granted, long listingId, long partyId, long feeScheduleId, long timeNanos) {
        boolean forParty = granted.partyId() == 0 || granted.partyId() == partyId;
        if (granted.listingId() != 0) {
            return forParty && granted.listingId() == listingId;
        }
        boolean inTime = granted.fromNanos() <= timeNanos && timeNanos < granted.untilNanos();
        return forParty && inTime && granted.feeScheduleId() == feeScheduleId;
    }

    private static final class Waiver implements Snapshot.Part {
        private Record granted = new SystemCommand.Continue();
        private boolean revoked;

        private Waiver() {}

        private Waiver(FeeWaiverGranted granted) {
            this.granted = granted;
        }

        private FeeWaiverGranted granted() {
            return (FeeWaiverGranted) granted;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            granted = snapshot.message(granted);
            revoked = snapshot.flag(revoked);
        }
    }
}

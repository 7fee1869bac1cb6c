package org.tpx.engine.offering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.member.Access;
import org.tpx.engine.unit.Placement;
import org.tpx.engine.unit.Units;
import org.tpx.protocol.OfferingCommand.ProposePool;
import org.tpx.protocol.OfferingCommand.ProposeWindingUp;
import org.tpx.protocol.OfferingEvent.RightsPooled;
import org.tpx.protocol.PooledRight;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/**
 * The rights behind a series: who holds its units holds a part of them, so while the series lives nobody lists, transfers or
 * pledges them. They come free when it is wound up. Two people decide on both.
 */
public final class Pools {

    private static final int OPERATOR_OR_SUPERVISOR = Access.mask(Role.OPERATOR, Role.SUPERVISOR);

    private final Foundation foundation;
    private final Listings listings;
    private final Units units;

    Pools(Foundation foundation, Listings listings, Units units) {
        this.foundation = foundation;
        this.listings = listings;
        this.units = units;
    }

    /** Causes ProposalMade. */
    public void propose(Turn turn, ProposePool command) {
        foundation
                .proposals()
                .propose(
                        turn,
                        OPERATOR_OR_SUPERVISOR,
                        command.proposal(),
                        ProposalKind.POOL,
                        command,
                        obstacle(command),
                        command.seriesId());
    }

    /** Causes ProposalMade. */
    public void proposeWindingUp(Turn turn, ProposeWindingUp command) {
        foundation
                .proposals()
                .propose(
                        turn,
                        OPERATOR_OR_SUPERVISOR,
                        command.proposal(),
                        ProposalKind.WINDING_UP,
                        command,
                        obstacle(command),
                        command.seriesId());
    }

    /** Why these rights cannot be pooled now, or null: the first reason of the first right that has one. */
    public @Nullable RejectReason obstacle(ProposePool command) {
        Placement series = units.placement(command.seriesId());
        if (series == null || !foundation.members().parties().exists(command.ownerId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        for (PooledRight pooled : command.rights()) {
            RejectReason reason = foundation.rights().mayTransfer(pooled.rightId(), command.ownerId());
            if (reason == null && listings.isRightTaken(pooled.rightId())) {
                reason = RejectReason.RIGHT_ALREADY_LISTED;
            }
            if (reason != null) {
                return reason;
            }
        }
        return areDifferent(command.rights()) && !series.isWoundUp() ? null : RejectReason.NOT_ALLOWED;
    }

    /** Why the series cannot be wound up now, or null. */
    public @Nullable RejectReason obstacle(ProposeWindingUp command) {
        return units.windingUp().obstacle(command.seriesId());
    }

    /** Two people decided so: causes RightsPooled. */
    public void pool(Turn turn, ProposePool command) {
        command.rights().forEach(pooled -> foundation.rights().pool(pooled.rightId(), command.seriesId()));
        turn.emit(new RightsPooled(command.seriesId(), command.ownerId(), command.rights()));
    }

    /** Two people decided so: causes SeriesWoundUp; the rights behind the series are free. */
    public void windUp(Turn turn, ProposeWindingUp command) {
        foundation.rights().releasePool(command.seriesId());
        units.windingUp().windUp(turn, command.seriesId(), command.reason());
    }

    private static boolean areDifferent(List<PooledRight> rights) {
        return !rights.isEmpty() && rights.stream().distinct().count() == rights.size();
    }
}

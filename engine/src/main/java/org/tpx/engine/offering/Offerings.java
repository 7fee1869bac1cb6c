package org.tpx.engine.offering;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.unit.Units;
import org.tpx.protocol.OfferingCommand;
import org.tpx.protocol.OfferingCommand.ProposeOffering;
import org.tpx.protocol.OfferingCommand.ProposePool;
import org.tpx.protocol.OfferingCommand.ProposeWindingUp;
import org.tpx.protocol.RejectReason;

/** Offerings of units and the pools behind their series, wired together. Single-threaded. */
public final class Offerings {

    private final OfferingRegister register;
    private final OfferingClock clock;
    private final Announcements announcements;
    private final Subscriptions subscriptions;
    private final Cancellations cancellations;
    private final Pools pools;

    /** No offerings yet of these series. */
    public Offerings(Foundation foundation, Listings listings, Rules rules, Units units) {
        register = new OfferingRegister(units);
        Allotments allotments = new Allotments(foundation, register);
        clock = new OfferingClock(foundation, register, allotments);
        announcements = new Announcements(foundation, rules, register, clock);
        subscriptions = new Subscriptions(foundation, register);
        cancellations = new Cancellations(foundation, register, allotments);
        pools = new Pools(foundation, listings, units);
    }

    /** The hours of offerings. */
    public OfferingClock clock() {
        return clock;
    }

    /** How offerings come about. */
    public Announcements announcements() {
        return announcements;
    }

    /** How applications enter. */
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    /** How offerings end before their time. */
    public Cancellations cancellations() {
        return cancellations;
    }

    /** The rights behind series. */
    public Pools pools() {
        return pools;
    }

    /** Why what two people would decide cannot be carried out now, or null. */
    public @Nullable RejectReason obstacle(Turn turn, OfferingCommand command) {
        if (command instanceof ProposeOffering offering) {
            return announcements.obstacle(turn, offering);
        }
        if (command instanceof ProposePool pool) {
            return pools.obstacle(pool);
        }
        return command instanceof ProposeWindingUp windingUp ? pools.obstacle(windingUp) : RejectReason.NOT_ALLOWED;
    }

    /** Two people decided so: causes OfferingAnnounced, RightsPooled or SeriesWoundUp. */
    public void carryOut(Turn turn, OfferingCommand command) {
        if (command instanceof ProposeOffering offering) {
            announcements.announce(turn, offering);
        } else if (command instanceof ProposePool pool) {
            pools.pool(turn, pool);
        } else if (command instanceof ProposeWindingUp windingUp) {
            pools.windUp(turn, windingUp);
        }
    }

    /** Writes or reads all offerings. */
    public void exchange(Snapshot snapshot) {
        register.exchange(snapshot);
    }
}

package org.tpx.engine.offering;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.unit.Units;
import org.tpx.protocol.OfferingCommand;
import org.tpx.protocol.OfferingCommand.ProposeDistribution;
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
    private final Distributions distributions;

    /** No offerings yet of these series. */
    public Offerings(Foundation foundation, Listings listings, Rules rules, Units units) {
        register = new OfferingRegister(units);
        Allotments allotments = new Allotments(foundation, register);
        clock = new OfferingClock(foundation, register, allotments);
        announcements = new Announcements(foundation, rules, register, clock);
        subscriptions = new Subscriptions(foundation, register);
        cancellations = new Cancellations(foundation, register, allotments);
        pools = new Pools(foundation, listings, units);
        distributions = new Distributions(foundation, units);
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

    /** What is paid on all units of a series. */
    public Distributions distributions() {
        return distributions;
    }

    /** Why what two people would decide cannot be carried out now, or null. */
    public @Nullable RejectReason obstacle(Turn turn, OfferingCommand command) {
        if (command instanceof ProposeOffering offering) {
            return announcements.obstacle(turn, offering);
        }
        if (command instanceof ProposePool pool) {
            return pools.obstacle(pool);
        }
        if (command instanceof ProposeDistribution distribution) {
            return distributions.obstacle(distribution);
        }
        return command instanceof ProposeWindingUp windingUp ? pools.obstacle(windingUp) : RejectReason.NOT_ALLOWED;
    }

    /** Two people decided so: causes OfferingAnnounced, RightsPooled, SeriesWoundUp or DistributionDeclared. */
    public void carryOut(Turn turn, OfferingCommand command) {
        if (command instanceof ProposeOffering offering) {
            announcements.announce(turn, offering);
        } else if (command instanceof ProposePool pool) {
            pools.pool(turn, pool);
        } else if (command instanceof ProposeWindingUp windingUp) {
            pools.windUp(turn, windingUp);
        } else if (command instanceof ProposeDistribution distribution) {
            distributions.declare(turn, distribution);
        }
    }

    /** Writes or reads all offerings and distributions. */
    public void exchange(Snapshot snapshot) {
        register.exchange(snapshot);
        distributions.exchange(snapshot);
    }
}

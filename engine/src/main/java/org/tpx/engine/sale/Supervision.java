package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.member.Access;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.SaleCommand;
import org.tpx.protocol.SaleEvent;

/**
 * Halts of one listing's sale or the whole market, and their end (section 6.3): one person halts, two resume. Running
 * periods go on with the time that was left, at least the profile's least.
 */
public final class Supervision {

    private static final int SUPERVISOR = Access.mask(Role.SUPERVISOR);

    private final Foundation foundation;
    private final Listings listings;
    private final Auctions auctions;
    private final Halts halts;
    private final int marketWork;
    private long liftedSinceNanos;

    /** Supervision of these auctions. */
    public Supervision(Foundation foundation, Listings listings, Auctions auctions, Halts halts) {
        this.foundation = foundation;
        this.listings = listings;
        this.auctions = auctions;
        this.halts = halts;
        marketWork = foundation.backlog().register(this::resumeNext);
    }

    /** Causes HaltOrdered; sets one flag and touches nothing else. */
    public void orderHalt(Turn turn, SaleCommand.OrderHalt command) {
        RejectReason reason = foundation.members().access().role(turn, SUPERVISOR);
        if (reason == null) {
            reason = refusal(command.scope(), command.listingId(), false);
        }
        if (reason != null) {
            turn.refuse(reason, command.listingId());
            return;
        }
        if (command.scope() == HaltScope.MARKET) {
            halts.haltMarket(turn.timeNanos());
        } else {
            listings.get(command.listingId()).halt(turn.timeNanos());
        }
        turn.emit(new SaleEvent.HaltOrdered(command.scope(), listingId(command), command.reason()));
    }

    /** Why a halt could not be lifted now, or null. */
    public @Nullable RejectReason refusalOfLift(SaleCommand.ProposeHaltLift proposed) {
        return refusal(proposed.scope(), proposed.listingId(), true);
    }

    /** Two people decided so: causes HaltLifted, then AuctionResumed per auction. */
    public void lift(Turn turn, SaleCommand.ProposeHaltLift proposed) {
        if (proposed.scope() == HaltScope.MARKET) {
            liftedSinceNanos = halts.marketNanos();
            halts.haltMarket(0);
            turn.emit(new SaleEvent.HaltLifted(HaltScope.MARKET, 0));
            foundation.backlog().add(marketWork, 0);
            return;
        }
        Listing listing = listings.get(proposed.listingId());
        long sinceNanos = listing.haltedNanos();
        listing.halt(0);
        turn.emit(new SaleEvent.HaltLifted(HaltScope.LISTING, listing.id()));
        auctions.goOn(turn, listing, sinceNanos);
    }

    /** Writes or reads what an unfinished lift needs. */
    public void exchange(Snapshot snapshot) {
        liftedSinceNanos = snapshot.number(liftedSinceNanos);
    }

    private long resumeNext(Turn turn, long subjectId, long cursor) {
        Listing listing = listings.find(cursor + 1);
        if (listing == null) {
            auctions.onMarketLift(turn);
            return Backlog.DONE;
        }
        auctions.goOnWithMarket(turn, listing, liftedSinceNanos);
        return cursor + 1;
    }

    private @Nullable RejectReason refusal(HaltScope scope, long listingId, boolean mustBeHalted) {
        if (scope == HaltScope.MARKET) {
            return (halts.marketNanos() != 0) == mustBeHalted ? null : RejectReason.NOT_ALLOWED;
        }
        Listing listing = listings.find(listingId);
        if (listing == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        return (listing.haltedNanos() != 0) == mustBeHalted ? null : RejectReason.NOT_ALLOWED;
    }

    private static long listingId(SaleCommand.OrderHalt command) {
        return command.scope() == HaltScope.MARKET ? 0 : command.listingId();
    }
}

package org.tpx.engine.listing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.engine.rule.BusinessCalendar;
import org.tpx.protocol.ListingCommand;
import org.tpx.protocol.ListingEvent;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.RuleProfileTerms;
import org.tpx.protocol.SuspensionGround;
import org.tpx.protocol.TimerKind;

/** Suspension, resumption and termination of a listing (L26 to L28, section 1.7): its periods stand still meanwhile. */
public final class Suspensions {

    private static final int CLERK_OR_SUPERVISOR = Access.mask(Role.CLERK, Role.SUPERVISOR);
    private static final int SUPERVISOR = Access.mask(Role.SUPERVISOR);
    private static final Set<ListingState> SUSPENDABLE = EnumSet.of(
            ListingState.DISCLOSED,
            ListingState.QUALIFYING,
            ListingState.SINGLE_QUOTE,
            ListingState.ROFR_PENDING,
            ListingState.IN_AUCTION);
    private static final Set<TimerKind> STANDING_STILL =
            EnumSet.of(TimerKind.DISCLOSURE_END, TimerKind.QUALIFICATION, TimerKind.DEPOSIT, TimerKind.QUOTE_WINDOW);

    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final Qualification qualification;
    private final Endings endings;
    private final SaleFloor sales;

    /** Suspensions of these listings and their sales. */
    public Suspensions(
            Foundation foundation,
            Listings listings,
            Rules rules,
            Qualification qualification,
            Endings endings,
            SaleFloor sales) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        this.qualification = qualification;
        this.endings = endings;
        this.sales = sales;
    }

    /** Causes SuspensionOrdered, and AuctionHalted where there is an auction. */
    public void suspend(Turn turn, ListingCommand.OrderSuspension command) {
        Listing listing = listings.forRole(turn, command.listingId(), CLERK_OR_SUPERVISOR);
        if (listing == null) {
            return;
        }
        if (!SUSPENDABLE.contains(listing.state())) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        BusinessCalendar calendar = rules.calendar(listing);
        for (Timer timer : running(listing)) {
            int used = calendar.workingDaysBetween(
                    timer.startNanos(), turn.timeNanos(), rules.of(listing).periodCounting());
            int left = Math.max(0, timer.days() - used);
            if (timer.kind() == TimerKind.DISCLOSURE_END) {
                listing.countDisclosedDays(Math.min(used, timer.days()));
            }
            foundation.timers().freeze(timer, left);
        }
        listing.suspend();
        long limitNanos =
                calendar.endOfCalendarDays(turn.timeNanos(), rules.of(listing).suspensionLimitDays());
        rules.startAt(listing, TimerKind.SUSPENSION_LIMIT, limitNanos);
        turn.emit(new ListingEvent.SuspensionOrdered(listing.id(), command.ground(), command.reason(), limitNanos));
        sales.suspend(turn, listing);
    }

    /** Why a suspended listing could not be resumed now, or null. */
    public @Nullable RejectReason refusalOfResumption(long listingId) {
        Listing listing = listings.find(listingId);
        if (listing == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        return listing.state() == ListingState.SUSPENDED ? null : RejectReason.NOT_ALLOWED;
    }

    /**
     * Two people decided so: causes Resumed, QualificationClosed where meanwhile the last deposit came, and AuctionResumed
     * where an auction stood still.
     */
    public void resume(Turn turn, long listingId) {
        Listing listing = listings.get(listingId);
        rules.cancel(listing, TimerKind.SUSPENSION_LIMIT);
        for (Timer timer : foundation.timers().ofListing(listingId)) {
            if (timer.isFrozen() && STANDING_STILL.contains(timer.kind())) {
                int days = daysAfter(listing, timer);
                foundation
                        .timers()
                        .thaw(timer, rules.closeAfter(listing, turn.timeNanos(), days), turn.timeNanos(), days);
            }
        }
        listing.resume();
        turn.emit(new ListingEvent.Resumed(
                listing.id(), listing.state(), rules.deadlineNanos(listing, TimerKind.DISCLOSURE_END)));
        qualification.closeIfDecided(turn, listing);
        sales.resume(turn, listing);
    }

    /** Causes Terminated (L28), and the deposits go back. */
    public void terminate(Turn turn, ListingCommand.OrderTermination command) {
        Listing listing = listings.forRole(turn, command.listingId(), SUPERVISOR);
        if (listing == null) {
            return;
        }
        if (listing.state() != ListingState.SUSPENDED) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        terminate(turn, listing, command.ground(), command.reason());
    }

    /** The longest time of a suspension is over: causes Terminated. */
    public void onLimit(Turn turn, Listing listing) {
        listing.timers().id(TimerKind.SUSPENSION_LIMIT, 0);
        terminate(turn, listing, SuspensionGround.OTHER, "the suspension lasted too long");
    }

    private void terminate(Turn turn, Listing listing, SuspensionGround ground, String reason) {
        turn.emit(new ListingEvent.Terminated(listing.id(), ground, reason));
        endings.end(turn, listing, ListingState.TERMINATED);
        sales.onEnd(turn, listing);
    }

    private List<Timer> running(Listing listing) {
        List<Timer> timers = foundation.timers().ofListing(listing.id());
        timers.removeIf(timer -> timer.isFrozen() || !STANDING_STILL.contains(timer.kind()));
        return timers;
    }

    // The disclosure must reach its least length in sum and its least length after the interruption (2009 rules, Art.
    // 22-23).
    private int daysAfter(Listing listing, Timer timer) {
        int left = (int) timer.remaining();
        if (timer.kind() != TimerKind.DISCLOSURE_END) {
            return Math.max(1, left);
        }
        RuleProfileTerms profile = rules.of(listing);
        int missing = profile.suspensionTotalDays() - listing.disclosedDays();
        return Math.max(left, Math.max(missing, profile.suspensionAfterDays()));
    }
}

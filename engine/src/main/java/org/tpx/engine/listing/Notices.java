package org.tpx.engine.listing;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.protocol.ListingCommand;
import org.tpx.protocol.ListingEvent;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.RuleProfileTerms;
import org.tpx.protocol.TimerKind;
import org.tpx.protocol.UnsoldReason;

/** The notice: its publication, extension and end, withdrawal, and listing again what was not sold (L6 to L12, L20, L22, L29). */
public final class Notices {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final Set<ListingState> WITHDRAWABLE = EnumSet.of(
            ListingState.UNDER_REVIEW,
            ListingState.RETURNED,
            ListingState.ACCEPTED,
            ListingState.PRE_DISCLOSED,
            ListingState.DISCLOSED,
            ListingState.QUALIFYING,
            ListingState.IN_AUCTION);

    private final Listings listings;
    private final Rules rules;
    private final Qualification qualification;
    private final Endings endings;
    private final Foundation foundation;
    private final SaleFloor sales;
    private final EvaluationFloor evaluations;
    private final ShareFloor shares;

    /** Notices of these listings, their sales, what is on record about them, and the shares that they sell. */
    public Notices(
            Foundation foundation,
            Listings listings,
            Rules rules,
            Qualification qualification,
            Endings endings,
            SaleFloor sales,
            EvaluationFloor evaluations,
            ShareFloor shares) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        this.qualification = qualification;
        this.endings = endings;
        this.sales = sales;
        this.evaluations = evaluations;
        this.shares = shares;
    }

    /** Causes PreDisclosurePublished (L6). */
    public void preDisclose(Turn turn, ListingCommand.PublishPreDisclosure command) {
        Listing listing = listings.forRole(turn, command.listingId(), CLERK);
        if (listing == null) {
            return;
        }
        if (listing.state() != ListingState.ACCEPTED) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        long endNanos = rules.closeOfBusiness(turn, listing, rules.of(listing).preDisclosureDays());
        listing.preDisclose(endNanos);
        turn.emit(new ListingEvent.PreDisclosurePublished(listing.id(), endNanos));
    }

    /**
     * Causes NoticePublished (L7), CommissionDisclosed where the seller's broker gets one, NoticeEvaluated where evaluations are on record,
     * and SharesBlocked where it sells shares: the disclosure period runs, and with the first notice the listing's life, after which no
     * other notice may follow.
     */
    public void publish(Turn turn, ListingCommand.PublishNotice command) {
        Listing listing = listings.forRole(turn, command.listingId(), CLERK);
        if (listing == null) {
            return;
        }
        RejectReason reason = foundation.rights().mayTransfer(listing.rightId(), listing.transferorId());
        if (reason == null) {
            reason = evaluations.refusalOfNotice(turn, listing);
        }
        if (reason == null && listing.isLifeOver()) {
            reason = RejectReason.REAPPRAISAL_REQUIRED;
        }
        if (reason == null && !mayPublish(turn, listing)) {
            reason = RejectReason.NOT_ALLOWED;
        }
        RejectReason missing = shares.refusalOfNotice(turn, listing);
        if (missing != null && (reason == null || missing.compareTo(reason) < 0)) {
            reason = missing;
        }
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        if (listing.firstNoticeNanos() == 0) {
            startLife(turn, listing);
        }
        listing.publish(turn.timeNanos());
        long endNanos = rules.startDays(turn, listing, TimerKind.DISCLOSURE_END, listing.disclosureDays());
        turn.emit(new ListingEvent.NoticePublished(
                listing.id(), listing.attempt(), listing.price(), listing.deposit(), endNanos));
        foundation.members().commissions().disclose(turn, listing.id(), listing.transferorId(), listing.memberId());
        evaluations.onNotice(turn, listing);
        shares.onNotice(turn, listing);
        sales.onNotice(turn, listing);
    }

    /** Causes NoticeSupplemented (L9): by profile the period starts anew, or goes on. */
    public void supplement(Turn turn, ListingCommand.SupplementNotice command) {
        Listing listing = listings.forRole(turn, command.listingId(), CLERK);
        if (listing == null) {
            return;
        }
        if (listing.state() != ListingState.DISCLOSED) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        if (rules.of(listing).supplementRestarts()) {
            listing.restartNotice();
            rules.startDays(turn, listing, TimerKind.DISCLOSURE_END, listing.disclosureDays());
        }
        turn.emit(new ListingEvent.NoticeSupplemented(
                listing.id(), command.cause(), rules.deadlineNanos(listing, TimerKind.DISCLOSURE_END)));
    }

    /**
     * The disclosure period is over (L10 to L12): causes DisclosureExtended, or DisclosureEnded and then Unsold or the
     * qualification.
     */
    public void onDisclosureEnd(Turn turn, Listing listing, Timer timer) {
        listing.countDisclosedDays(timer.days());
        listing.timers().id(TimerKind.DISCLOSURE_END, 0);
        int standing = qualification.standing(listing);
        if (standing <= rules.of(listing).minRegistrations() && listing.cycle() < listing.announcedExtensions()) {
            listing.nextCycle();
            long endNanos = rules.startDays(turn, listing, TimerKind.DISCLOSURE_END, rules.extensionDays(listing));
            turn.emit(new ListingEvent.DisclosureExtended(listing.id(), listing.cycle(), endNanos));
            return;
        }
        turn.emit(new ListingEvent.DisclosureEnded(listing.id(), standing));
        sales.onDisclosureEnd(turn, listing);
        if (standing == 0) {
            endings.unsold(turn, listing, UnsoldReason.NO_INTENT);
        } else {
            qualification.open(turn, listing);
        }
    }

    /** Causes WithdrawnByTransferor (L29), and the deposits go back. */
    public void withdraw(Turn turn, ListingCommand.Withdraw command) {
        Listing listing = listings.forSeller(turn, command.listingId(), false);
        if (listing == null) {
            return;
        }
        boolean suspended = listing.state() == ListingState.SUSPENDED;
        ListingState state = suspended ? listing.suspendedState() : listing.state();
        if (!WITHDRAWABLE.contains(state)
                || listing.isSaleOpened()
                || !rules.of(listing).withdrawalAllowed()) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        turn.emit(new ListingEvent.WithdrawnByTransferor(listing.id(), command.reason()));
        endings.end(turn, listing, ListingState.WITHDRAWN);
        sales.onEnd(turn, listing);
    }

    /** Causes RelistRequested (L20): a new attempt, at the same or another price. */
    public void relist(Turn turn, ListingCommand.RequestRelist command) {
        Listing listing = listings.forSeller(turn, command.listingId(), true);
        if (listing == null) {
            return;
        }
        boolean foreign = isForeign(listing, command);
        int minimumDays = foreign ? 0 : minimumDays(listing, command);
        int days = command.disclosureDays() == 0 ? minimumDays : command.disclosureDays();
        RejectReason reason = refusalOfRelisting(turn, listing, command, foreign, days < minimumDays);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        listing.relist(command.listingPrice(), depositOf(listing, command), days);
        turn.emit(new ListingEvent.RelistRequested(
                listing.id(), listing.attempt(), listing.price(), listing.deposit(), days));
    }

    /** Causes ListingClosed (L22). */
    public void close(Turn turn, ListingCommand.CloseListing command) {
        boolean byClerk = foundation.members().access().role(turn, CLERK) == null;
        Listing listing = byClerk
                ? listings.forRole(turn, command.listingId(), CLERK)
                : listings.forSeller(turn, command.listingId(), false);
        if (listing == null) {
            return;
        }
        if (listing.state() != ListingState.UNSOLD) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        endings.close(turn, listing);
    }

    /** The life since the first notice is over (L22): causes ListingClosed where it is unsold, now or later. */
    public void onLifeEnd(Turn turn, Listing listing) {
        listing.timers().id(TimerKind.LISTING_LIFE, 0);
        listing.endLife();
        if (listing.state() == ListingState.UNSOLD) {
            endings.close(turn, listing);
        }
    }

    private boolean mayPublish(Turn turn, Listing listing) {
        return listing.state() == ListingState.ACCEPTED
                || (listing.state() == ListingState.PRE_DISCLOSED
                        && turn.timeNanos() >= listing.preDisclosureEndNanos());
    }

    private void startLife(Turn turn, Listing listing) {
        int months = rules.of(listing).lifeMonths();
        if (months > 0) {
            rules.startAt(
                    listing, TimerKind.LISTING_LIFE, rules.calendar(listing).endOfMonths(turn.timeNanos(), months));
        }
    }

    // Amounts in another currency cannot be compared with anything, so their reasons do not arise.
    private @Nullable RejectReason refusalOfRelisting(
            Turn turn, Listing listing, ListingCommand.RequestRelist command, boolean foreign, boolean tooShort) {
        RuleProfileTerms profile = rules.of(listing);
        Money price = command.listingPrice();
        Money leastPrice = foreign ? price : sales.leastPrice(listing, price);
        if (!foreign && !rules.isDepositWithinBounds(profile, depositOf(listing, command), price, leastPrice)) {
            return RejectReason.DEPOSIT_CAP;
        }
        if (tooShort) {
            return RejectReason.PERIOD_TOO_SHORT;
        }
        if (listing.isLifeOver() || evaluations.isAppraisalExpired(turn, listing)) {
            return RejectReason.REAPPRAISAL_REQUIRED;
        }
        boolean low = !foreign && rules.needsApproval(profile, leastPrice, evaluations.appraisal(turn, listing));
        if (low && command.approval().isAbsent()) {
            return RejectReason.APPROVAL_REQUIRED;
        }
        if (listing.state() != ListingState.UNSOLD) {
            return RejectReason.NOT_ALLOWED;
        }
        return foreign ? RejectReason.CURRENCY : sales.refusalOfNotice(listing, price);
    }

    private int minimumDays(Listing listing, ListingCommand.RequestRelist command) {
        RuleProfileTerms profile = rules.of(listing);
        return command.conditionsChanged()
                ? rules.minimumDisclosureDays(profile, command.listingPrice())
                : profile.relistingDays();
    }

    private static boolean isForeign(Listing listing, ListingCommand.RequestRelist command) {
        boolean ownDeposit = command.deposit().isNone() || command.deposit().currency() == listing.currency();
        return command.listingPrice().currency() != listing.currency() || !ownDeposit;
    }

    // Without a new deposit its share of the price stays; the fraction of a minor unit is dropped in the bidder's
    // favour.
    private static Money depositOf(Listing listing, ListingCommand.RequestRelist command) {
        if (!command.deposit().isNone()) {
            return command.deposit();
        }
        BigInteger share = BigInteger.valueOf(listing.deposit().minor())
                .multiply(BigInteger.valueOf(command.listingPrice().minor()))
                .divide(BigInteger.valueOf(listing.price().minor()));
        return Money.ofMinor(share.longValueExact(), listing.currency());
    }
}

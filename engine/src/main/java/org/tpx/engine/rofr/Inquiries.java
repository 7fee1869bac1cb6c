package org.tpx.engine.rofr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Intent;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.IntentState;
import org.tpx.protocol.ListingEvent;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RofrCommand.DeclineRofr;
import org.tpx.protocol.RofrCommand.ExerciseRofr;
import org.tpx.protocol.RofrEvent.RofrAllotted;
import org.tpx.protocol.RofrEvent.RofrDeclined;
import org.tpx.protocol.RofrEvent.RofrExercised;
import org.tpx.protocol.RofrEvent.RofrInquiryOpened;
import org.tpx.protocol.RofrEvent.RofrWaived;
import org.tpx.protocol.RofrMode;
import org.tpx.protocol.WaiverGround;

/**
 * Asks the holders whether they take a price that was found, and hears their answers (L16a, L16b, 9.3, 9.4). A holder who was
 * admitted answers within the window of the notice, one who was not within the days of a written notice.
 */
public final class Inquiries {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Foundation foundation;
    private final Listings listings;
    private final FirstRefusals refusals;
    private final List<InquiryFloor> floors = new ArrayList<>();

    /** Inquiries among these holders. */
    public Inquiries(Foundation foundation, Listings listings, FirstRefusals refusals) {
        this.foundation = foundation;
        this.listings = listings;
        this.refusals = refusals;
    }

    /** A floor that finds prices. */
    public void register(InquiryFloor floor) {
        floors.add(floor);
    }

    /**
     * Asks the holders: causes RofrWaived for those who stayed away, and RofrInquiryOpened.
     *
     * @return until when they may answer; 0 where there is nobody to ask
     */
    public long open(Turn turn, Listing listing, Found found) {
        FirstRefusal refusal = refusals.find(listing);
        if (refusal == null || !mustAsk(listing, refusal, found)) {
            return 0;
        }
        refusal.reopen();
        long deadlineNanos = 0;
        for (Holder holder : refusal.holders()) {
            if (holder.is(Holder.State.OPEN)) {
                deadlineNanos = Math.max(deadlineNanos, ask(turn, listing, refusal, holder));
            }
        }
        if (deadlineNanos != 0) {
            refusal.ask(found);
            turn.emit(new RofrInquiryOpened(
                    listing.id(), found.winnerId(), found.price(), refusal.count(Holder.State.OPEN), deadlineNanos));
        }
        return deadlineNanos;
    }

    /** Causes RofrExercised, and what follows once nobody is left to answer. */
    public void exercise(Turn turn, ExerciseRofr command) {
        Listing listing = listings.forBuyer(turn, command.listingId(), command.partyId(), false);
        if (listing == null) {
            return;
        }
        FirstRefusal refusal = refusals.find(listing);
        Holder holder = refusal == null ? null : refusal.holder(command.partyId());
        RejectReason reason = refusalOfExercise(turn, listing, refusal, holder, command.price());
        if (reason != null || holder == null) {
            turn.refuse(reason == null ? RejectReason.NOT_ADMITTED : reason, listing.id());
            return;
        }
        enter(turn, listing, holder);
        holder.become(Holder.State.EXERCISED);
        turn.emit(new RofrExercised(listing.id(), holder.partyId(), command.price()));
        endIfAnswered(turn, listing);
    }

    /** Causes RofrDeclined, and what follows once nobody is left to answer. */
    public void decline(Turn turn, DeclineRofr command) {
        Listing listing = listings.forBuyer(turn, command.listingId(), command.partyId(), false);
        if (listing == null) {
            return;
        }
        FirstRefusal refusal = refusals.find(listing);
        Holder holder = refusal == null ? null : refusal.holder(command.partyId());
        RejectReason reason = refusalOfAnswer(turn, listing, refusal, holder);
        if (reason != null || holder == null) {
            turn.refuse(reason == null ? RejectReason.NOT_ADMITTED : reason, listing.id());
            return;
        }
        foundation.timers().cancel(holder.answerTimerId());
        holder.become(Holder.State.DECLINED);
        turn.emit(new RofrDeclined(listing.id(), holder.partyId()));
        endIfAnswered(turn, listing);
    }

    /** The time to answer a written notice passed: causes RofrWaived unless the holder came forward meanwhile. */
    public void onAnswerTimer(Turn turn, Listing listing, Timer timer) {
        FirstRefusal refusal = refusals.find(listing);
        Holder holder = refusal == null ? null : refusal.holder(timer.partyId());
        boolean silent = holder != null
                && holder.answerTimerId() == timer.id()
                && holder.is(Holder.State.OPEN)
                && !hasCome(listing, holder);
        if (silent && holder != null && listing.isOpen()) {
            waive(turn, listing, holder, WaiverGround.SILENT);
            endIfAnswered(turn, listing);
        }
    }

    /** Ends the inquiry: causes RofrWaived for each who did not answer. */
    public void end(Turn turn, Listing listing) {
        FirstRefusal refusal = require(listing);
        refusal.close();
        for (Holder holder : refusal.holders()) {
            if (holder.is(Holder.State.OPEN)) {
                foundation.timers().cancel(holder.answerTimerId());
                waive(turn, listing, holder, WaiverGround.NOT_ANSWERED);
            }
        }
    }

    /** Of those of the best rank that took the price the first in the notice; 0 where nobody took it. */
    public long firstTaker(Listing listing) {
        List<Holder> takers = require(listing).takers();
        return takers.isEmpty() ? 0 : takers.get(0).partyId();
    }

    /** Whether all have answered, and this is the first in the notice of those of the best rank that took the price. */
    public boolean isTakenBy(Listing listing, long partyId) {
        FirstRefusal refusal = refusals.find(listing);
        return refusal != null && !refusal.isInquiring() && firstTaker(listing) == partyId;
    }

    /** The inquiry is off, with the sale that it was about. */
    public void cancel(Listing listing) {
        FirstRefusal refusal = refusals.find(listing);
        if (refusal != null) {
            refusal.close();
        }
    }

    /** The terms have changed: whatever the holders answered was about others. */
    public void reset(Listing listing) {
        FirstRefusal refusal = refusals.find(listing);
        if (refusal != null) {
            refusal.holders().forEach(holder -> foundation.timers().cancel(holder.answerTimerId()));
            refusal.begin(listing.attempt());
        }
    }

    /** Whether the holders of the listing are being asked. */
    public boolean isOpen(Listing listing) {
        FirstRefusal refusal = refusals.find(listing);
        return refusal != null && refusal.isInquiring();
    }

    /** The price that the holders of the listing were asked about last. */
    public Found found(Listing listing) {
        return require(listing).found();
    }

    /** Whether bids may follow once a holder has taken the price. */
    public boolean goesOn(Listing listing) {
        return require(listing).terms().rofrMode() == RofrMode.MATCH_IN_AUCTION;
    }

    /** The holders that took the price lead the bidding now. */
    public void match(Listing listing) {
        require(listing).match();
    }

    /** Whether this price is the one that holders took, so that no higher bid followed. */
    public boolean isMatched(Listing listing, Found found) {
        FirstRefusal refusal = refusals.find(listing);
        return refusal != null
                && refusal.isMatched()
                && refusal.isHolder(found.winnerId())
                && refusal.found().price().equals(found.price());
    }

    /**
     * Shares the price among those of the best rank that took it: causes RofrAllotted where they are several.
     *
     * @return what each pays, in the order of the notice
     */
    public List<BuyerShare> allot(Turn turn, Listing listing) {
        return allot(turn, listing, found(listing).price());
    }

    /** The same where another price has been agreed on since. */
    public List<BuyerShare> allot(Turn turn, Listing listing, Money price) {
        Allotment allotment = allotment(listing);
        List<BuyerShare> shares = allotment.of(price);
        if (shares.size() > 1) {
            turn.emit(new RofrAllotted(listing.id(), price, allotment.manner(), shares));
        }
        return shares;
    }

    /** What each of those of the best rank that took the price pays of this one, in the order of the notice. */
    public List<BuyerShare> shares(Listing listing, Money price) {
        return allotment(listing).of(price);
    }

    private Allotment allotment(Listing listing) {
        FirstRefusal refusal = require(listing);
        return new Allotment(refusal.holders(), refusal.takers());
    }

    // A holder who won needs no right of first refusal.
    private static boolean mustAsk(Listing listing, FirstRefusal refusal, Found found) {
        boolean negotiated = listing.state() == ListingState.NEGOTIATING;
        boolean asked = negotiated || refusal.terms().rofrMode() != RofrMode.BID_AS_ORDINARY;
        return asked && !refusal.isHolder(found.winnerId());
    }

    /** Until when this holder may answer, or 0 where it stays away. */
    private long ask(Turn turn, Listing listing, FirstRefusal refusal, Holder holder) {
        Intent intent = listing.intent(holder.partyId());
        boolean barred =
                listing.isBarred(holder.partyId()) || (intent != null && intent.state() == IntentState.DISQUALIFIED);
        boolean present = isPresent(listing, holder);
        boolean negotiated = listing.state() == ListingState.NEGOTIATING;
        boolean absent =
                !negotiated && !present && holder.isServed() && refusal.terms().absenceWaives();
        if (barred || absent) {
            foundation.timers().cancel(holder.answerTimerId());
            waive(turn, listing, holder, WaiverGround.ABSENT);
            return 0;
        }
        long servedNanos = foundation.timers().deadlineNanos(holder.answerTimerId());
        if (holder.isServed() && servedNanos == 0 && !present) {
            waive(turn, listing, holder, WaiverGround.SILENT);
            return 0;
        }
        if (present && !negotiated && refusal.terms().rofrMode() != RofrMode.POST_AUCTION) {
            return turn.timeNanos() + refusal.terms().windowSeconds() * NANOS_PER_SECOND;
        }
        return servedNanos != 0 ? servedNanos : refusals.answerDueNanos(turn, listing, refusal.terms());
    }

    private static boolean isPresent(Listing listing, Holder holder) {
        return listing.isAdmitted(holder.partyId());
    }

    private static boolean hasCome(Listing listing, Holder holder) {
        Intent intent = listing.intent(holder.partyId());
        return intent != null
                && switch (intent.state()) {
                    case REGISTERED, AWAIT_DEPOSIT, ADMITTED -> true;
                    default -> false;
                };
    }

    // Whoever answers from outside the hall stands among the intended transferees from now on, without a deposit.
    private void enter(Turn turn, Listing listing, Holder holder) {
        if (listing.state() != ListingState.NEGOTIATING && listing.intent(holder.partyId()) == null) {
            long memberId = foundation.members().access().memberOf(turn.principalId());
            listings.join(listing, holder.partyId(), memberId);
            turn.emit(new ListingEvent.IntentRegistered(listing.id(), holder.partyId(), memberId, false));
        }
    }

    private static void waive(Turn turn, Listing listing, Holder holder, WaiverGround ground) {
        holder.become(Holder.State.WAIVED);
        turn.emit(new RofrWaived(listing.id(), holder.partyId(), ground));
    }

    private void endIfAnswered(Turn turn, Listing listing) {
        FirstRefusal refusal = require(listing);
        if (refusal.isInquiring() && refusal.count(Holder.State.OPEN) == 0) {
            floor(listing).onAnswered(turn, listing);
        }
    }

    private @Nullable RejectReason refusalOfExercise(
            Turn turn, Listing listing, @Nullable FirstRefusal refusal, @Nullable Holder holder, Money price) {
        if (refusal != null && !refusal.isInquiring() && !isAnswered(holder) && !isWaived(holder)) {
            return refusal.wasInquired() || isAfterSale(listing.state())
                    ? RejectReason.LATE
                    : RejectReason.AUCTION_NOT_OPEN;
        }
        RejectReason reason = refusalOfAnswer(turn, listing, refusal, holder);
        if (reason != null || refusal == null) {
            return reason;
        }
        Money asked = refusal.found().price();
        if (price.currency() != asked.currency()) {
            return RejectReason.CURRENCY;
        }
        return price.equals(asked) ? null : RejectReason.NOT_STANDING_PRICE;
    }

    private @Nullable RejectReason refusalOfAnswer(
            Turn turn, Listing listing, @Nullable FirstRefusal refusal, @Nullable Holder holder) {
        if (refusal == null || isAnswered(holder)) {
            return RejectReason.NOT_ALLOWED;
        }
        RejectReason hour = refusal.isInquiring() ? floor(listing).refusalOfAnswer(turn, listing) : null;
        if (hour != null) {
            return hour;
        }
        if (isWaived(holder) || isAfterSale(listing.state())) {
            return RejectReason.LATE;
        }
        return holder == null ? RejectReason.NOT_ADMITTED : null;
    }

    private static boolean isAnswered(@Nullable Holder holder) {
        return holder != null && (holder.is(Holder.State.EXERCISED) || holder.is(Holder.State.DECLINED));
    }

    private static boolean isWaived(@Nullable Holder holder) {
        return holder != null && holder.is(Holder.State.WAIVED);
    }

    private static boolean isAfterSale(ListingState state) {
        return switch (state) {
            case REJECTED,
                    AWARDED,
                    DEFAULTED_AWARD,
                    CONTRACTED,
                    UNSOLD,
                    COMPLETED,
                    CLOSED_UNSOLD,
                    TERMINATED,
                    WITHDRAWN -> true;
            default -> false;
        };
    }

    private InquiryFloor floor(Listing listing) {
        for (InquiryFloor floor : floors) {
            if (floor.finds(listing)) {
                return floor;
            }
        }
        throw new InvariantBrokenException("nobody asks the holders of listing " + listing.id());
    }

    private FirstRefusal require(Listing listing) {
        FirstRefusal refusal = refusals.find(listing);
        if (refusal == null) {
            throw new InvariantBrokenException("no right of first refusal in listing " + listing.id());
        }
        return refusal;
    }
}

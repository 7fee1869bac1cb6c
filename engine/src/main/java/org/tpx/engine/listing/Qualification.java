package org.tpx.engine.listing;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.protocol.IntentState;
import org.tpx.protocol.ListingCommand;
import org.tpx.protocol.ListingEvent;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.TimerKind;
import org.tpx.protocol.UnsoldReason;

/**
 * Intended transferees from their registration to admission, and the close of the qualification that decides how the
 * price is formed (L8, L10, L13 to L15, machine 9.2).
 */
public final class Qualification {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final Set<ListingState> QUALIFIABLE = EnumSet.of(ListingState.DISCLOSED, ListingState.QUALIFYING);
    private static final Set<ListingState> NOT_YET_DISCLOSED = EnumSet.of(
            ListingState.DRAFT,
            ListingState.UNDER_REVIEW,
            ListingState.RETURNED,
            ListingState.REJECTED,
            ListingState.ACCEPTED,
            ListingState.PRE_DISCLOSED);

    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final Refunds refunds;
    private final Endings endings;
    private final SaleFloor sales;
    private final int overdueWork;

    /** Qualification for these listings and their sales. */
    public Qualification(
            Foundation foundation, Listings listings, Rules rules, Refunds refunds, Endings endings, SaleFloor sales) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        this.refunds = refunds;
        this.endings = endings;
        this.sales = sales;
        overdueWork = foundation.backlog().register(this::decideNext);
    }

    /** Causes IntentRegistered (L8). */
    public void registerIntent(Turn turn, ListingCommand.RegisterIntent command) {
        Listing listing = listings.forBuyer(turn, command.listingId(), command.partyId(), true);
        if (listing == null) {
            return;
        }
        RejectReason reason = refusalOfIntent(listing, command.partyId());
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        long memberId = foundation.members().access().memberOf(turn.principalId());
        Intent intent = listing.add(new Intent(command.partyId(), memberId, command.consentsToWait()));
        intent.answersOnly(sales.answersOnly(listing, command.partyId()));
        turn.emit(
                new ListingEvent.IntentRegistered(listing.id(), command.partyId(), memberId, command.consentsToWait()));
    }

    /** Causes Qualified; the time to pay the deposit runs, or ends at once where the deposit is in. */
    public void qualify(Turn turn, ListingCommand.Qualify command) {
        Listing listing = undecided(turn, command.listingId(), command.partyId());
        if (listing == null) {
            return;
        }
        Intent intent = listing.requireIntent(command.partyId());
        long timerId = rules.startPartyDays(
                listing,
                TimerKind.DEPOSIT,
                command.partyId(),
                turn.timeNanos(),
                rules.of(listing).depositDays());
        intent.awaitDeposit(timerId);
        turn.emit(new ListingEvent.Qualified(
                listing.id(),
                command.partyId(),
                listing.deposit(),
                foundation.timers().deadlineNanos(timerId)));
        if (!refunds.held(listing, command.partyId()).isLessThan(listing.deposit())) {
            admit(turn, listing, intent);
        }
    }

    /** Causes Disqualified, and may close the qualification. */
    public void disqualify(Turn turn, ListingCommand.Disqualify command) {
        Listing listing = undecided(turn, command.listingId(), command.partyId());
        if (listing != null) {
            disqualify(turn, listing, listing.requireIntent(command.partyId()), command.reason());
            closeIfDecided(turn, listing);
        }
    }

    /** How much more of a deposit is awaited from this party: zero where none is. */
    public Money awaited(Listing listing, long partyId) {
        Intent intent = listing.intent(partyId);
        if (intent == null || !intent.isUndecided() || listing.isBarred(partyId)) {
            return Money.zero(listing.currency());
        }
        return listing.deposit().minus(refunds.held(listing, partyId).min(listing.deposit()));
    }

    /** A payment went into the deposit: causes DepositReceived and Admitted, or DepositShort. */
    public void onDeposit(Turn turn, Listing listing, long partyId) {
        Intent intent = listing.requireIntent(partyId);
        Money missing = awaited(listing, partyId);
        if (!missing.isZero()) {
            turn.emit(new ListingEvent.DepositShort(listing.id(), partyId, missing));
        } else if (intent.state() == IntentState.AWAIT_DEPOSIT) {
            admit(turn, listing, intent);
        }
    }

    /** The time to pay the deposit is over: causes Lapsed, and may close the qualification. */
    public void onDepositTimer(Turn turn, Listing listing, Timer timer) {
        Intent intent = listing.requireIntent(timer.partyId());
        intent.become(IntentState.LAPSED);
        turn.emit(new ListingEvent.Lapsed(listing.id(), intent.partyId()));
        refunds.refund(turn, listing, intent.partyId());
        closeIfDecided(turn, listing);
    }

    /** The time to decide is over: causes Disqualified for each intent that nobody decided on, and may close the qualification. */
    public void onQualificationTimer(Turn turn, Listing listing) {
        listing.timers().id(TimerKind.QUALIFICATION, 0);
        foundation.backlog().add(overdueWork, listing.id());
    }

    /** The intents that stand at the end of the disclosure. */
    int standing(Listing listing) {
        return (int) listing.intents().stream().filter(Intent::stands).count();
    }

    /** The disclosure ended with intents (L10). */
    void open(Turn turn, Listing listing) {
        listing.become(ListingState.QUALIFYING);
        rules.startDays(
                turn, listing, TimerKind.QUALIFICATION, rules.of(listing).qualificationDays());
        closeIfDecided(turn, listing);
    }

    /** Closes the qualification once nothing is pending: causes QualificationClosed and what follows from the number admitted. */
    void closeIfDecided(Turn turn, Listing listing) {
        if (listing.state() != ListingState.QUALIFYING
                || listing.intents().stream().anyMatch(Intent::isUndecided)) {
            return;
        }
        rules.cancel(listing, TimerKind.QUALIFICATION);
        int admitted = standing(listing);
        turn.emit(new ListingEvent.QualificationClosed(listing.id(), admitted));
        int bidders = bidders(listing);
        int least = sales.leastBidders(listing);
        if (bidders >= least) {
            listing.become(ListingState.IN_AUCTION);
        } else if (bidders == 1 && least == 2 && rules.of(listing).singleQuoteAllowed()) {
            openSingleQuote(turn, listing);
        } else {
            endings.unsold(
                    turn,
                    listing,
                    bidders == 0 || least == 2 ? UnsoldReason.NO_ADMITTED : UnsoldReason.TOO_FEW_ADMITTED);
        }
    }

    // Holders of a right of first refusal have nobody's price to answer where they are alone: then they bid.
    private static int bidders(Listing listing) {
        if (listing.intents().stream().noneMatch(Intent::bids)) {
            listing.intents().forEach(intent -> intent.answersOnly(false));
        }
        return (int) listing.intents().stream().filter(Intent::bids).count();
    }

    private long decideNext(Turn turn, long listingId, long cursor) {
        Listing listing = listings.get(listingId);
        if (cursor >= listing.intents().size()) {
            closeIfDecided(turn, listing);
            return Backlog.DONE;
        }
        Intent intent = listing.intents().get((int) cursor);
        if (intent.state() == IntentState.REGISTERED) {
            disqualify(turn, listing, intent, "not decided in time");
        }
        return cursor + 1;
    }

    private void openSingleQuote(Turn turn, Listing listing) {
        long partyId = listing.intents().stream()
                .filter(intent -> intent.stands() && !intent.answersOnly())
                .findFirst()
                .orElseThrow()
                .partyId();
        listing.become(ListingState.SINGLE_QUOTE);
        long deadlineNanos = rules.startDays(
                turn, listing, TimerKind.QUOTE_WINDOW, rules.of(listing).quoteWindowDays());
        turn.emit(new ListingEvent.SingleQuoteOpened(listing.id(), partyId, deadlineNanos));
    }

    private void admit(Turn turn, Listing listing, Intent intent) {
        foundation.timers().cancel(intent.depositTimerId());
        intent.admit(listing.nextBidderNumber());
        Money held = refunds.held(listing, intent.partyId());
        turn.emit(new ListingEvent.DepositReceived(listing.id(), intent.partyId(), held));
        turn.emit(new ListingEvent.Admitted(listing.id(), intent.partyId(), Intent.bidderCode(intent.bidderNumber())));
        closeIfDecided(turn, listing);
    }

    private void disqualify(Turn turn, Listing listing, Intent intent, String reason) {
        intent.become(IntentState.DISQUALIFIED);
        turn.emit(new ListingEvent.Disqualified(listing.id(), intent.partyId(), reason));
        refunds.refund(turn, listing, intent.partyId());
    }

    private static @Nullable RejectReason refusalOfIntent(Listing listing, long partyId) {
        if (listing.intent(partyId) != null) {
            return RejectReason.ALREADY_REGISTERED;
        }
        if (partyId == listing.transferorId() || NOT_YET_DISCLOSED.contains(listing.state())) {
            return RejectReason.NOT_ALLOWED;
        }
        if (listing.state() == ListingState.SUSPENDED) {
            return RejectReason.HALTED;
        }
        if (listing.state() != ListingState.DISCLOSED) {
            return RejectReason.LATE;
        }
        if (listing.isBarred(partyId)) {
            return RejectReason.NOT_ADMITTED;
        }
        return null;
    }

    private @Nullable Listing undecided(Turn turn, long listingId, long partyId) {
        Listing listing = listings.forRole(turn, listingId, CLERK);
        if (listing == null) {
            return null;
        }
        Intent intent = listing.intent(partyId);
        if (intent == null) {
            turn.refuse(RejectReason.UNKNOWN_SUBJECT, listingId);
            return null;
        }
        if (!QUALIFIABLE.contains(listing.state()) || intent.state() != IntentState.REGISTERED) {
            turn.refuse(RejectReason.NOT_ALLOWED, listingId);
            return null;
        }
        return listing;
    }
}

package org.tpx.engine.listing;

import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.IntentState;
import org.tpx.protocol.ListingEvent;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingReason;

/** Gives deposits back (9.2: RELEASED; refund in the profile's working days, without interest). */
public final class Refunds {

    private final Foundation foundation;
    private final Rules rules;
    private final int releaseWork;
    private final Listings listings;

    /** Refunds of these listings. */
    public Refunds(Foundation foundation, Listings listings, Rules rules) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        releaseWork = foundation.backlog().register(this::releaseNext);
    }

    /** What the books hold as this party's deposit for the listing. */
    public Money held(Listing listing, long partyId) {
        return foundation.accounts().balance(AccountKind.DEPOSIT, partyId, listing.id(), 0, listing.currency());
    }

    /** Lets every intent go that is still alive, one after the other: causes Lost, and a refund where a deposit is held. */
    public void releaseAll(Listing listing) {
        foundation.backlog().add(releaseWork, listing.id());
    }

    /** Causes Lost, and a refund where a deposit is held. */
    public void lose(Turn turn, Listing listing, Intent intent) {
        foundation.timers().cancel(intent.depositTimerId());
        intent.become(IntentState.RELEASED);
        turn.emit(new ListingEvent.Lost(listing.id(), intent.partyId()));
        refund(turn, listing, intent.partyId());
    }

    /** Gives back what is held of a deposit: causes MoneyPosted and PaymentDue, nothing where nothing is held. */
    public void refund(Turn turn, Listing listing, long partyId) {
        Money held = held(listing, partyId);
        if (held.isZero()) {
            return;
        }
        foundation
                .ledger()
                .posting(PostingReason.DEPOSIT_RELEASED)
                .debit(AccountKind.DEPOSIT, partyId, listing.id(), 0, held)
                .credit(AccountKind.PAYABLE, partyId, 0, 0, held)
                .post(turn);
        due(turn, listing, PaymentKind.DEPOSIT_REFUND, partyId, held);
    }

    /** Owes a payment out within the profile's refund period: causes PaymentDue. */
    public void due(Turn turn, Listing listing, PaymentKind kind, long partyId, Money amount) {
        int days = rules.of(listing).refundDays();
        long dueNanos = rules.closeOfBusiness(turn, listing, days);
        foundation.payments().dueInDays(turn, kind, partyId, listing.id(), amount, dueNanos, days);
    }

    private long releaseNext(Turn turn, long listingId, long cursor) {
        Listing listing = listings.get(listingId);
        if (cursor >= listing.intents().size()) {
            return Backlog.DONE;
        }
        Intent intent = listing.intents().get((int) cursor);
        if (intent.stands() && !listing.isBarred(intent.partyId())) {
            lose(turn, listing, intent);
        }
        return cursor + 1;
    }
}

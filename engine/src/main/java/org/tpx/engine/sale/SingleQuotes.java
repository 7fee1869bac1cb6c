package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Awards;
import org.tpx.engine.listing.Endings;
import org.tpx.engine.listing.Forfeits;
import org.tpx.engine.listing.Intent;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.rofr.Found;
import org.tpx.protocol.DefaultTrigger;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand;
import org.tpx.protocol.SaleEvent;
import org.tpx.protocol.TimerKind;
import org.tpx.protocol.UnsoldReason;

/**
 * The quote of a single admitted transferee (section 1.4, L14 to L17): it must still quote under the exchange's
 * organisation, not below the listing price, and the parties then sign at that quote.
 */
public final class SingleQuotes {

    private final Hall hall;
    private final SecretReserves reserves;
    private final Halts halts;
    private final Awards awards;
    private final Forfeits forfeits;
    private final Endings endings;

    /** Single quotes in this hall. */
    public SingleQuotes(
            Hall hall, SecretReserves reserves, Halts halts, Awards awards, Forfeits forfeits, Endings endings) {
        this.hall = hall;
        this.reserves = reserves;
        this.halts = halts;
        this.awards = awards;
        this.forfeits = forfeits;
        this.endings = endings;
    }

    /**
     * Causes SecretReserveRevealed where there is one and SingleQuoteSubmitted, then Won and Awarded, or RofrInquiryOpened where
     * others may take the price.
     */
    public void submit(Turn turn, SaleCommand.SubmitSingleQuote command) {
        Listing listing = hall.listings().forBuyer(turn, command.listingId(), command.partyId(), false);
        if (listing == null) {
            return;
        }
        RejectReason reason = refusal(listing, command);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        long partyId = command.partyId();
        hall.rules().cancel(listing, TimerKind.QUOTE_WINDOW);
        listing.openSale();
        reserves.reveal(turn, listing);
        turn.emit(new SaleEvent.SingleQuoteSubmitted(listing.id(), partyId, command.amount()));
        Found found = new Found(partyId, command.amount(), FeeMode.NEGOTIATED, 0, Money.NONE);
        if (!hall.outcomes().holders().findQuote(turn, listing, found)) {
            awards.win(turn, listing, partyId, command.amount(), FeeMode.NEGOTIATED, 0, Money.NONE);
        }
    }

    /** Nobody quoted in the window (L17): causes Unsold, and DefaultFound for the transferee that had promised to. */
    public void onQuoteWindow(Turn turn, Listing listing) {
        listing.timers().id(TimerKind.QUOTE_WINDOW, 0);
        for (Intent intent : listing.intents()) {
            if (intent.bids()) {
                endings.unsold(turn, listing, UnsoldReason.NO_QUOTE);
                forfeits.open(
                        turn,
                        listing,
                        intent.partyId(),
                        DefaultTrigger.NO_QUOTE,
                        promised(listing),
                        FeeMode.NEGOTIATED);
                return;
            }
        }
    }

    private @Nullable RejectReason refusal(Listing listing, SaleCommand.SubmitSingleQuote command) {
        boolean open = listing.state() == ListingState.SINGLE_QUOTE;
        RejectReason title = hall.foundation().rights().mayTransfer(listing.rightId(), listing.transferorId());
        if (open && title != null) {
            return title;
        }
        if (halts.isHalted(listing)) {
            return RejectReason.HALTED;
        }
        if (!open) {
            return isBeforeQuote(listing.state()) ? RejectReason.AUCTION_NOT_OPEN : RejectReason.LATE;
        }
        if (!listing.isAdmitted(command.partyId())) {
            return RejectReason.NOT_ADMITTED;
        }
        if (listing.requireIntent(command.partyId()).answersOnly()) {
            return RejectReason.ROFR_HOLDER;
        }
        if (command.amount().currency() != listing.currency()) {
            return RejectReason.CURRENCY;
        }
        if (command.amount().isLessThan(listing.price())) {
            return RejectReason.BELOW_START;
        }
        if (command.amount().minor() < reserves.minorOf(listing)) {
            return RejectReason.BELOW_RESERVE;
        }
        if (command.amount().isLessThan(promised(listing))) {
            return RejectReason.NOT_ABOVE_HIGH;
        }
        return isAboveCap(listing, command.amount()) ? RejectReason.ABOVE_SANITY_CAP : null;
    }

    // Where bidding began during the disclosure, its bid binds the one that is left.
    private Money promised(Listing listing) {
        if (hall.current(listing) instanceof AscendingAuction auction && auction.highPartyId() != 0) {
            return Money.ofMinor(auction.highMinor(), listing.currency());
        }
        return listing.price();
    }

    private boolean isAboveCap(Listing listing, Money amount) {
        return SanityCap.isExceeded(
                amount.minor(),
                listing.price().minor(),
                hall.rules().of(listing).sanityCapMultiple());
    }

    private static boolean isBeforeQuote(ListingState state) {
        return switch (state) {
            case DRAFT, UNDER_REVIEW, RETURNED, ACCEPTED, PRE_DISCLOSED, DISCLOSED, QUALIFYING -> true;
            default -> false;
        };
    }
}

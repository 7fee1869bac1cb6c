package org.tpx.engine.negotiation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.rofr.Found;
import org.tpx.engine.rofr.Inquiries;
import org.tpx.engine.rofr.InquiryFloor;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.NegotiationEvent;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TimerKind;

/**
 * Rights of first refusal in a negotiation (9.4): once it is signable the holders may take the agreed terms, and until they have
 * answered or their days are over nothing is signed. Several of the best rank who take them are the buyers of one deal, as after an
 * auction (Company Law Art. 84): the first in the notice is the counterparty that the terms name, and a change of terms that names
 * nobody else divides the price among them anew.
 */
final class HolderAnswers implements InquiryFloor {

    private final Rules rules;
    private final Inquiries inquiries;
    private final NegotiationCases cases;

    HolderAnswers(Rules rules, Inquiries inquiries, NegotiationCases cases) {
        this.rules = rules;
        this.inquiries = inquiries;
        this.cases = cases;
        inquiries.register(this);
    }

    /** The terms stand: causes RofrInquiryOpened where somebody may take them. */
    void ask(Turn turn, Listing listing) {
        NegotiationCase negotiation = cases.get(listing);
        long deadlineNanos = inquiries.open(
                turn,
                listing,
                new Found(negotiation.transfereeId(), negotiation.price(), FeeMode.NEGOTIATED, 0, Money.NONE));
        if (deadlineNanos != 0) {
            rules.startAt(listing, TimerKind.ROFR_INQUIRY, deadlineNanos);
        }
    }

    /** Whether a holder may still answer. */
    boolean areAwaited(Listing listing) {
        return inquiries.isOpen(listing);
    }

    /** Whether the counterparty is a holder that took the terms, alone or as the first of several who share them. */
    boolean areBuyers(Listing listing) {
        return inquiries.isTakenBy(listing, cases.get(listing).transfereeId());
    }

    /** Who signs, and what each pays. */
    List<BuyerShare> buyers(Listing listing) {
        NegotiationCase negotiation = cases.get(listing);
        return areBuyers(listing)
                ? inquiries.shares(listing, negotiation.price())
                : List.of(new BuyerShare(negotiation.transfereeId(), negotiation.price()));
    }

    /**
     * The terms have changed: causes RofrAllotted where several who took them share them still, and RofrInquiryOpened where these
     * can be signed and somebody else may take them.
     */
    void onChanged(Turn turn, Listing listing, boolean signable) {
        if (areBuyers(listing)) {
            inquiries.allot(turn, listing, cases.get(listing).price());
        } else if (signable) {
            // They were asked about other terms.
            forget(listing);
            ask(turn, listing);
        }
    }

    /** These terms are no longer proposed, and what was answered was about them. */
    void forget(Listing listing) {
        rules.cancel(listing, TimerKind.ROFR_INQUIRY);
        inquiries.reset(listing);
    }

    /**
     * The days are over, or everybody has answered: causes RofrWaived per silent holder, RofrAllotted where several take the terms,
     * and TermsChanged where anybody does.
     */
    void end(Turn turn, Listing listing) {
        rules.cancel(listing, TimerKind.ROFR_INQUIRY);
        inquiries.end(turn, listing);
        long takerId = inquiries.firstTaker(listing);
        if (takerId != 0) {
            NegotiationCase negotiation = cases.get(listing);
            inquiries.allot(turn, listing, negotiation.price());
            negotiation.agree(takerId, negotiation.price(), negotiation.scope());
            turn.emit(new NegotiationEvent.TermsChanged(
                    listing.id(), takerId, negotiation.price(), false, negotiation.scope(), "right of first refusal"));
        }
    }

    @Override
    public boolean finds(Listing listing) {
        return listing.state() == ListingState.NEGOTIATING;
    }

    @Override
    public @Nullable RejectReason refusalOfAnswer(Turn turn, Listing listing) {
        return null;
    }

    @Override
    public void onAnswered(Turn turn, Listing listing) {
        end(turn, listing);
    }
}

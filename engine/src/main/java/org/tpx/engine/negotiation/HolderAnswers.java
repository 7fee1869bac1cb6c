package org.tpx.engine.negotiation;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.rofr.Found;
import org.tpx.engine.rofr.Inquiries;
import org.tpx.engine.rofr.InquiryFloor;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.NegotiationEvent;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TimerKind;

/**
 * Rights of first refusal in a negotiation (9.4): once it is signable the holders may take the agreed terms, and until they have
 * answered or their days are over nothing is signed.
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

    /** These terms are no longer proposed, and what was answered was about them. */
    void forget(Listing listing) {
        rules.cancel(listing, TimerKind.ROFR_INQUIRY);
        inquiries.reset(listing);
    }

    /** The days are over, or everybody has answered: causes RofrWaived per silent holder, and TermsChanged where one takes them. */
    void end(Turn turn, Listing listing) {
        rules.cancel(listing, TimerKind.ROFR_INQUIRY);
        inquiries.end(turn, listing);
        long takerId = inquiries.firstTaker(listing);
        if (takerId != 0) {
            NegotiationCase negotiation = cases.get(listing);
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

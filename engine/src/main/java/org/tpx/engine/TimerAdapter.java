package org.tpx.engine;

import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.SystemEvent.TimerFired;

/** From a timer that fired to a call: one line per kind. */
final class TimerAdapter {

    private final Floors floors;

    TimerAdapter(Floors floors) {
        this.floors = floors;
    }

    /** Causes TimerFired, then what the timer was for. */
    void fire(Turn turn, long timerId) {
        Timer timer = floors.timers.fire(timerId, turn.timeNanos());
        turn.emit(new TimerFired(timer.id(), timer.kind(), timer.listingId(), partyId(timer)));
        switch (timer.kind()) {
            case REFUND -> floors.payments.onRefundTimer(turn, timer);
            case SESSION -> floors.units.sessions().onSessionEnd(turn, timer);
            case OFFER_END -> floors.offers.publications().onEnd(turn, timer.partyId());
            case OFFERING -> floors.offerings.clock().onTimer(turn, timer.partyId());
            case DUES -> floors.dues.onDue(turn, timer);
            case DUES_YEAR -> floors.dues.onYear(turn, timer);
            case DEMAND -> floors.demands.answers().onTimer(turn, timer.partyId());
            case SHARE_RECORD -> floors.custody.bookCloses().onTimer(turn, timer.partyId());
            case TECH_CONTRACT -> floors.techContracts.onTimer(turn, timer);
            case LICENCE_TERM -> floors.licenceEntries.onTerm(turn, timer);
            case MEMBER_TERM -> floors.members.memberships().onMemberTerm(turn, timer);
            default -> fire(turn, floors.listings.get(timer.listingId()), timer);
        }
    }

    private void fire(Turn turn, Listing listing, Timer timer) {
        switch (timer.kind()) {
            case REVIEW -> floors.applications.onReview(turn, listing);
            case RESUBMISSION -> floors.applications.onResubmission(turn, listing);
            case DISCLOSURE_END -> floors.notices.onDisclosureEnd(turn, listing, timer);
            case QUALIFICATION -> floors.qualification.onQualificationTimer(turn, listing);
            case DEPOSIT -> floors.qualification.onDepositTimer(turn, listing, timer);
            case QUOTE_WINDOW -> floors.singleQuotes.onQuoteWindow(turn, listing);
            case AUCTION_START -> floors.auctions.onStart(turn, listing);
            case FREE_END, LIMITED_END, PHASE_END -> floors.auctions.onPhaseEnd(turn, listing);
            case SIGNING -> floors.awards.onSigning(turn, listing);
            case RUNNER_UP_OFFER -> floors.awards.onOffer(turn, listing);
            case WAITING -> floors.awards.releaseRunnerUp(turn, listing);
            case SUSPENSION_LIMIT -> floors.suspensions.onLimit(turn, listing);
            case LISTING_LIFE -> floors.notices.onLifeEnd(turn, listing);
            case PAYMENT -> floors.deals.onPayment(turn, listing);
            case GRACE -> floors.deals.onGrace(turn, listing);
            case NOTICE_END -> floors.publicNotices.onNoticeEnd(turn, listing);
            case OBJECTION -> floors.publicNotices.onObjection(turn, listing, timer);
            case SIGNING_WINDOW -> floors.publicNotices.onSigningWindow(turn, listing);
            case ROFR_ANSWER -> floors.inquiries.onAnswerTimer(turn, listing, timer);
            case ROFR_INQUIRY -> floors.publicNotices.onRofrInquiry(turn, listing);
            case APPROVAL -> floors.approvals.onApproval(turn, listing);
            case CERTIFICATE -> floors.closings.onCertificate(turn, listing);
            case DEFAULT_REPLY -> floors.forfeits.onReplyTimer(turn, listing, timer);
            case REFUND,
                    MEMBER_TERM,
                    SESSION,
                    OFFER_END,
                    OFFERING,
                    DEMAND,
                    DUES,
                    DUES_YEAR,
                    LICENCE_TERM,
                    TECH_CONTRACT,
                    SHARE_RECORD -> throw new IllegalStateException("no timer of a listing: " + timer.kind());
        }
    }

    // A refund's timer carries its payment there, a member's term its member, an offer's end its offer, an offering's
    // hour its offering, a demand's timer its demand, that of a licence its right, that of a filed contract that
    // contract, a record date the closing of its register, that of dues the dues or the member.
    private static long partyId(Timer timer) {
        return switch (timer.kind()) {
            case REFUND,
                    MEMBER_TERM,
                    OFFER_END,
                    OFFERING,
                    DEMAND,
                    DUES,
                    DUES_YEAR,
                    LICENCE_TERM,
                    TECH_CONTRACT,
                    SHARE_RECORD -> 0;
            default -> timer.partyId();
        };
    }
}
